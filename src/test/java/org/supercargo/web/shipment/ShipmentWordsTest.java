package org.supercargo.web.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.TrackingState;
import org.supercargo.shipping.PieceState;
import org.supercargo.shipping.ShipmentState;
import org.supercargo.shipping.label.Sheet;

class ShipmentWordsTest {
  private final ResourceBundle words =
      ResourceBundle.getBundle("org.supercargo.web.messages", Locale.ENGLISH);

  @Test
  void namesEverythingThatCanBeChosen() {
    assertNamed("ship.packaging.", Packaging.values());
    assertNamed("ship.confirmation.", DeliveryConfirmation.values());
    assertNamed("ship.reference.", Reference.Kind.values());
    assertNamed("ship.format.", DocumentFormat.values());
    assertNamed("ship.returns.", ReturnService.values());
    assertNamed("shipment.returns.", ReturnService.values());
    assertNamed("ship.event.", Notification.Event.values());
    assertNamed("ship.reason.", Customs.Reason.values());
    assertNamed("ship.payer.", PayerForm.Kind.values());
    assertNamed("shipment.sheet.", Sheet.values());
  }

  @Test
  void namesAndExplainsEveryState() {
    assertNamed("shipments.state.", ShipmentState.values());
    assertNamed("shipment.stand.", ShipmentState.values());
    assertNamed("shipment.piece.", PieceState.values());
    assertNamed("track.state.", TrackingState.values());
    assertNamed("trouble.who.", Advice.Who.values());
  }

  @Test
  void headsEveryTroubleAndSaysWhatToDo() {
    List.of(
            "rejected",
            "unavailable",
            "notEnabled",
            "application",
            "reconnect",
            "notCreated",
            "taken",
            "held",
            "voidRefused")
        .forEach(
            key -> assertThat(words.keySet()).contains("trouble." + key, "trouble." + key + ".do"));
  }

  @Test
  void callsThePartsOfAnAddressSomethingEverywhere() {
    PostalWords postal = new PostalWords();
    for (String country : Locale.getISOCountries()) {
      assertThat(words.keySet())
          .contains(postal.postalCode(country), postal.state(country), postal.city(country));
    }
  }

  private void assertNamed(String stem, Enum<?>... values) {
    Arrays.stream(values).forEach(value -> assertThat(words.keySet()).contains(stem + value));
  }
}
