package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.simulator.UpsCaller.Reply;

class VoidTest extends InSimulator {
  private static final String TOO_LATE =
      "400 190102 No shipment found within the allowed void period";

  private Reply voided(String shipment) {
    return caller.voids(access("alice"), shipment);
  }

  private static String several(List<String> numbers) {
    String list = "[\"" + String.join("\",\"", numbers) + "\"]";
    return "?trackingnumber=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
  }

  private JsonNode booked(String number) {
    for (JsonNode shipment : ups.shipments().get("shipments")) {
      if (shipment.get("shipment").asText().equals(number)) {
        return shipment;
      }
    }
    throw new AssertionError(number + " is not in the books");
  }

  @Test
  void voidsAShipmentOnceAndSaysSoTheSecondTime() {
    String number = number(shipped(ShipQuestion.smallest().packages(2)));
    JsonNode first = voided(number).json().get("VoidShipmentResponse");
    assertThat(first.at("/SummaryResult/Status/Code").asText()).isEqualTo("1");
    assertThat(first.at("/SummaryResult/Status/Description").asText()).isEqualTo("Voided");
    assertThat(first.at("/Response/TransactionReference/CustomerContext").asText())
        .isEqualTo("Simple Customer Request");
    assertThat(booked(number).get("voided").asBoolean()).isTrue();
    assertThat(voided(number).error()).startsWith("400 190117 ");
  }

  @Test
  void voidsSinglePackagesUntilNoneIsLeft() {
    JsonNode results = shipped(ShipQuestion.smallest().packages(3));
    List<String> numbers = packages(results);
    JsonNode one =
        voided(number(results) + "?trackingnumber=" + numbers.get(1))
            .json()
            .get("VoidShipmentResponse");
    assertThat(one.at("/PackageLevelResults/0/TrackingNumber").asText()).isEqualTo(numbers.get(1));
    assertThat(one.at("/PackageLevelResults/0/Status/Code").asText()).isEqualTo("1");
    assertThat(booked(number(results)).get("voided").asBoolean()).isFalse();
    JsonNode rest = voided(number(results) + several(numbers)).json().get("VoidShipmentResponse");
    assertThat(rest.get("PackageLevelResults")).hasSize(3);
    assertThat(booked(number(results)).get("voided").asBoolean()).isTrue();
  }

  @Test
  void namesPackagesAsTheWireDidInOldVersions() {
    String number = number(shipped(ShipQuestion.smallest()));
    JsonNode json =
        caller
            .voids("v1", access("alice"), number + "?trackingnumber=" + number)
            .json()
            .get("VoidShipmentResponse");
    assertThat(json.get("PackageLevelResult").isObject()).isTrue();
    assertThat(json.has("PackageLevelResults")).isFalse();
  }

  @Test
  void isTooLateOnceTheDriverHasIt() {
    String number = number(shipped(ShipQuestion.smallest()));
    ups.movesParcelsOnBy(Duration.ofHours(17));
    String other = number(shipped(ShipQuestion.smallest()));
    assertThat(voided(number).status()).isEqualTo(200);
    ups.movesParcelsOnBy(Duration.ofDays(6));
    assertThat(voided(other).error()).isEqualTo(TOO_LATE);
    assertThat(booked(other).get("voided").asBoolean()).isFalse();
  }

  @Test
  void isTooLateAfter28DaysForWhatWasNeverHandedOver() {
    String number = number(shipped(ShipQuestion.smallest()));
    String forgotten = number(shipped(ShipQuestion.smallest()));
    ups.steers(number, "unseen");
    ups.steers(forgotten, "unseen");
    ups.movesParcelsOnBy(Duration.ofDays(28).minusMinutes(1));
    assertThat(voided(number).status()).isEqualTo(200);
    ups.movesParcelsOnBy(Duration.ofDays(28));
    assertThat(voided(forgotten).error()).isEqualTo(TOO_LATE);
  }

  @ParameterizedTest
  @CsvSource({
    "1ZA1B2C30300000000, 190102",
    "1ZA1B2C303, 190100",
    "string, 190100",
  })
  void refusesANumberThatIsNoShipment(String number, String code) {
    assertThat(voided(number).error()).startsWith("400 " + code + " ");
  }

  @Test
  void refusesPackagesOfAnotherShipmentAndPlaceholders() {
    String number = number(shipped(ShipQuestion.smallest()));
    String other = number(shipped(ShipQuestion.smallest()));
    assertThat(voided(number + "?trackingnumber=" + other).error()).startsWith("400 190109 ");
    assertThat(voided(number + "?trackingnumber=string").error()).isEqualTo(TOO_LATE);
    assertThat(booked(number).get("voided").asBoolean()).isFalse();
  }

  @Test
  void hidesShipmentsOfOthersAndSecondPackages() {
    JsonNode results = shipped(ShipQuestion.smallest().packages(2));
    assertThat(caller.voids(access("bob"), number(results)).error()).isEqualTo(TOO_LATE);
    assertThat(voided(packages(results).get(1)).error()).isEqualTo(TOO_LATE);
  }
}
