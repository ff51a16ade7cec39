package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.INVALID;
import static org.supercargo.simulator.classic.Checks.atMost;
import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.tariff.Haul;
import org.supercargo.simulator.tariff.Place;
import org.supercargo.simulator.tariff.Service;

/** Reads an order and refuses what UPS would refuse, in the order in which it reads. */
public final class OrderReader {
  private static final Set<String> RETURNS =
      Set.of(
          "2", "3", "5", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
          "20");

  private final Question question;
  private final Fields shipment;

  public OrderReader(Question question) {
    this.question = question;
    this.shipment = question.at("Shipment");
  }

  public Order read() {
    boolean returned = isReturn();
    Parties parties = Parties.of(shipment, isValidated(), returned);
    String number = shipment.at("Shipper").text("ShipperNumber").orElse("");
    Payment payment = Payment.of(shipment, number);
    Service service = service(parties.from(), parties.to());
    PieceReader reader = new PieceReader(shipment, returned);
    List<Piece> pieces = reader.pieces();
    Fields options = shipment.at("ShipmentServiceOptions");
    Order order =
        new Order(
            number,
            parties.shipTo(),
            parties.shipFrom(),
            service,
            haul(parties, pieces, options, shipment.at("ReturnService").text("Code")),
            pieces,
            reader.ofShipment(parties.from(), parties.to(), pieces),
            payment,
            shipment.text("Description").orElse(""),
            shipment.at("ReturnService").text("Code"),
            Invoice.of(options),
            shipment.at("ShipmentRatingOptions").at("NegotiatedRatesIndicator").isPresent());
    checkBorder(order);
    return order;
  }

  private boolean isValidated() {
    String option = question.at("Request").text("RequestOption").orElse("nonvalidate");
    hold(
        Set.of("validate", "nonvalidate").contains(option),
        INVALID,
        "Invalid Request/RequestOption: validate or nonvalidate");
    return option.equals("validate");
  }

  private boolean isReturn() {
    Fields service = shipment.at("ReturnService");
    hold(
        !service.isPresent() || service.text("Code").filter(RETURNS::contains).isPresent(),
        INVALID,
        "Invalid ReturnService/Code");
    return service.isPresent();
  }

  private Service service(Place from, Place to) {
    String code =
        require(
            shipment.at("Service").text("Code").filter(text -> text.matches("[0-9A-Z]{2}")),
            "120500",
            "Missing or invalid Service/Code");
    hold(
        Service.isOfferedFrom(from, code),
        "121100",
        "The requested service is invalid from the selected origin.");
    return require(
        Service.find(code, from, to),
        "121210",
        "The requested service is unavailable between the selected locations.");
  }

  private static Haul haul(
      Parties parties, List<Piece> pieces, Fields options, Optional<String> returned) {
    return new Haul(
        parties.from(),
        parties.to(),
        pieces.stream().map(Piece::parcel).toList(),
        options.at("SaturdayDeliveryIndicator").isPresent(),
        options.at("DeliveryConfirmation").isPresent(),
        returned);
  }

  private void checkBorder(Order order) {
    atMost(shipment, "Description", 50, "120503");
    hold(
        !order.isInternational() || isPaper(order) || !order.description().isEmpty(),
        "120512",
        "Missing Shipment/Description");
    hold(
        order.isInternational() || order.payment().duties().isEmpty(),
        "120410",
        "Duties and taxes are charged on international shipments only");
    boolean valued =
        order.haul().from().isIn("US")
            && order.haul().to().isIn("CA", "PR")
            && order.returnService().isEmpty();
    hold(
        !valued || shipment.at("InvoiceLineTotal").text("MonetaryValue").isPresent(),
        INVALID,
        "Missing InvoiceLineTotal/MonetaryValue");
  }

  private boolean isPaper(Order order) {
    return shipment.at("DocumentsOnlyIndicator").isPresent()
        || order.haul().parcels().stream().allMatch(parcel -> parcel.packaging().equals("01"));
  }
}
