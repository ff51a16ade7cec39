package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingEvent;
import org.supercargo.carrier.TrackingState;
import org.supercargo.carrier.Weight;

class JsonTest {
  private static final Party PARTY =
      new Party(
          "Société Zürich <&>",
          "Zoë",
          "+41 44 668 18 00",
          "zoe@example.com",
          "CHE-1",
          new Address(List.of("Bahnhofstr. 1", "\"2\""), "Zürich", null, "8001", "CH"),
          true);

  private static ShipmentOrder everything() {
    Parcel parcel =
        new Parcel(
            Packaging.OWN,
            Weight.pounds("1.50"),
            Size.of("3", "20", "10.5", Size.Unit.INCH),
            Money.of("1500", "JPY"),
            "books",
            true);
    Customs customs =
        new Customs(
            PARTY,
            Customs.Reason.SALE,
            "DAP",
            "I-1",
            LocalDate.of(2026, 11, 28),
            List.of(
                new Customs.Item(
                    "book",
                    "490199",
                    "US",
                    new BigDecimal("2"),
                    null,
                    Money.of("10.5", "USD"),
                    Weight.kilograms("0.3"))),
            Money.of("1", "USD"),
            null,
            "true",
            false);
    return new ShipmentOrder(
        new Consignment(
            "A1B2C3",
            PARTY,
            PARTY,
            PARTY,
            List.of(parcel, parcel),
            true,
            DeliveryConfirmation.ADULT_SIGNATURE,
            Money.of("21", "USD")),
        "65",
        new Billing.ThirdParty("9Z9Z9Z", null, "DE"),
        new Billing.Shipper(),
        List.of(new Reference(Reference.Kind.INVOICE, "I-1")),
        "books",
        ReturnService.PRINT_LABEL,
        null,
        List.of(new Notification(Notification.Event.SHIPPED, List.of("a@example.com"), null)),
        customs,
        LabelWish.of(DocumentFormat.ZPL),
        true);
  }

  @Test
  void givesBackAnOrderAsItWas() {
    ShipmentOrder order = everything();
    assertThat(Json.read(Json.of(order), ShipmentOrder.class)).isEqualTo(order);
  }

  @Test
  void givesBackAStoryAsItWas() {
    Tracking parcel =
        new Tracking(
            "1Z",
            null,
            TrackingState.DELIVERED,
            new CarrierMessage("FS", "Delivered"),
            null,
            null,
            List.of(
                new TrackingEvent(
                    TrackingState.DELIVERED,
                    new CarrierMessage("FS", "Delivered"),
                    "Atlanta",
                    LocalDateTime.of(2026, 11, 28, 14, 20),
                    ZoneId.of("America/New_York"))),
            null,
            new Tracking.Delivery(
                LocalDateTime.of(2026, 11, 28, 14, 20),
                ZoneId.of("-05:00"),
                "ZOE",
                null,
                new Document("signature", DocumentFormat.GIF, new byte[] {1, 2, 3}),
                null),
            List.of("PO 1"));
    Story story = new Story(List.of(parcel), null, false);
    assertThat(Json.read(Json.of(story), Story.class)).isEqualTo(story);
  }

  @Test
  void leavesOutWhatIsNotThere() {
    assertThat(Json.of(Party.of("A", PARTY.address()))).doesNotContain("null", "attention");
  }

  @Test
  void neverRepeatsWhatItCannotRead() {
    assertThatThrownBy(() -> Json.read("{\"secret", ShipmentOrder.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("secret");
  }
}
