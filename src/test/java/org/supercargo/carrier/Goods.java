package org.supercargo.carrier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Things to ship, for tests. */
public final class Goods {
  public static final Address ATLANTA =
      new Address(List.of("1 Main St"), "Atlanta", "GA", "30328", "US");
  public static final Address NEW_YORK =
      new Address(List.of("11 Times Sq"), "New York", "NY", "10036", "US");
  public static final Address TORONTO =
      new Address(List.of("1 King St"), "Toronto", "ON", "M5V 2T6", "CA");
  public static final Address MUNICH =
      new Address(List.of("Marienplatz 1"), "München", null, "80331", "DE");

  public static final Party SENDER =
      Party.of("Sender Inc", ATLANTA).reachedAt("Sam Sender", "+1 404 555 0100");
  public static final Party RECEIVER = Party.of("Receiver Inc", NEW_YORK);
  public static final Party CANADIAN =
      Party.of("Maple Ltd", TORONTO).reachedAt("Mary Maple", "+1 416 555 0100");
  public static final Party GERMAN =
      Party.of("Brezn GmbH", MUNICH).reachedAt("Bert Brezn", "+49 89 555 0100");

  private Goods() {}

  public static Parcel parcel(String pounds) {
    return Parcel.of(Weight.pounds(pounds), Size.of("10", "8", "6", Size.Unit.INCH));
  }

  public static Consignment at(String account, Party to, Parcel... parcels) {
    return Consignment.of(account, SENDER, to, List.of(parcels));
  }

  public static Consignment worth(Consignment consignment, Money value) {
    return new Consignment(
        consignment.accountNumber(),
        consignment.shipper(),
        consignment.from(),
        consignment.to(),
        consignment.parcels(),
        consignment.saturdayDelivery(),
        consignment.confirmation(),
        value);
  }

  public static Consignment signed(Consignment consignment, DeliveryConfirmation confirmation) {
    return new Consignment(
        consignment.accountNumber(),
        consignment.shipper(),
        consignment.from(),
        consignment.to(),
        consignment.parcels(),
        consignment.saturdayDelivery(),
        confirmation,
        consignment.goodsValue());
  }

  public static Consignment sentBack(String account, Party from, Party to, Parcel... parcels) {
    return new Consignment(account, to, from, to, List.of(parcels), false, null, null);
  }

  public static Reference reference(String value) {
    return new Reference(Reference.Kind.PURCHASE_ORDER, value);
  }

  public static ShipmentOrder order(
      Consignment consignment, String service, String reference, DocumentFormat format) {
    return ShipmentOrder.of(
        consignment, service, List.of(reference(reference)), LabelWish.of(format));
  }

  /** Across a border, with what customs asks. */
  public static ShipmentOrder abroad(Consignment consignment, String service, String reference) {
    ShipmentOrder plain = order(consignment, service, reference, DocumentFormat.ZPL);
    return new ShipmentOrder(
        consignment,
        service,
        new Billing.Shipper(),
        new Billing.Receiver("R7T901", "M5V 2T6"),
        plain.references(),
        "Shoes",
        null,
        null,
        List.of(
            new Notification(
                Notification.Event.DELIVERED, List.of("mary@example.com"), "On its way")),
        customs(),
        plain.label(),
        true);
  }

  public static Customs customs() {
    return new Customs(
        null,
        Customs.Reason.SALE,
        "DAP",
        "INV-1",
        LocalDate.of(2026, 11, 28),
        List.of(
            new Customs.Item(
                "Leather shoes, brown, of a kind that takes more than one line to describe",
                "640391",
                "US",
                new BigDecimal("2"),
                null,
                Money.of("59.5", "USD"),
                Weight.pounds("4"))),
        Money.of("10", "USD"),
        null,
        "I declare that this is true.",
        false);
  }
}
