package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Weight;

/** Everything that tells of people is marked: none of it may be left. */
class AnonymousTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private static Party marked(String who) {
    Address address =
        new Address(List.of("MARK street", "MARK door"), "Town " + who, "GA", "MARK1", "US");
    return new Party(
        "MARK " + who, "MARK attention", "MARK phone", "MARK@x", "MARK tax", address, true);
  }

  private static ShipmentOrder order() {
    Money value = new Money(new BigDecimal("12.50"), "USD");
    Customs.Item item =
        new Customs.Item("Pencils", "960910", "US", BigDecimal.TEN, null, value, null);
    return new ShipmentOrder(
        new Consignment(
            "A1B2C3",
            marked("shipper"),
            marked("depot"),
            marked("receiver"),
            List.of(Parcel.of(Weight.pounds("2"))),
            true,
            DeliveryConfirmation.SIGNATURE,
            value),
        "07",
        new Billing.ThirdParty("9Z8Y7X", "MARK2", "US"),
        new Billing.Receiver("7X8Y9Z", "MARK3"),
        List.of(
            new Reference(Reference.Kind.TRANSACTION, "SC1"),
            new Reference(Reference.Kind.INVOICE, "PO-4711")),
        "Office goods",
        null,
        "MARK@label",
        List.of(new Notification(Notification.Event.SHIPPED, List.of("MARK@n"), "MARK memo")),
        new Customs(
            marked("buyer"),
            Customs.Reason.SALE,
            "DAP",
            "INV-1",
            LocalDate.of(2026, 11, 28),
            List.of(item),
            null,
            null,
            "MARK declaration",
            false),
        LabelWish.of(DocumentFormat.ZPL),
        true);
  }

  @Test
  void leavesNothingThatTellsOfPeople() {
    assertThat(Json.of(order())).as("else nothing is tried").contains("MARK");
    assertThat(Json.of(Anonymous.of(order()))).doesNotContain("MARK");
  }

  @Test
  void leavesWhatBooksNeed() {
    ShipmentOrder left = Json.read(Json.of(Anonymous.of(order())), ShipmentOrder.class);
    assertThat(left.references()).isEqualTo(order().references());
    assertThat(left.consignment().parcels()).isEqualTo(order().consignment().parcels());
    assertThat(left.consignment().goodsValue()).isEqualTo(order().consignment().goodsValue());
    assertThat(left.consignment().to().address())
        .isEqualTo(new Address(List.of(), "Town receiver", "GA", null, "US"));
    assertThat(left.transport()).isEqualTo(new Billing.ThirdParty("9Z8Y7X", null, "US"));
    assertThat(left.customs().items()).isEqualTo(order().customs().items());
    assertThat(left.label()).isEqualTo(order().label());
  }

  @Test
  void takesTheNameOutOfTheRowToo() {
    Consignor from = new Consignor(1, "UPS", "A1B2C3", true, Goods.SHIPPER);
    Shipment shipment = new Shipment(from, order(), "SC1", "rosa", NOON, NOON);
    shipment.forget(NOON);
    ShipmentRow row = shipment.row();
    assertThat(row.isForgotten()).isTrue();
    assertThat(row.toName()).isEmpty();
    assertThat(row.toCity()).isEqualTo("Town receiver");
    assertThat(row.references()).containsExactly("PO-4711");
  }
}
