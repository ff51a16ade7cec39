package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

/** From Monday 23 November 2026, nine in the morning in Atlanta; Ground takes a business week. */
class TrackTest extends InSimulator {
  private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
  private UpsSimulator simulator;

  @BeforeEach
  @Override
  void start() {
    simulator =
        UpsSimulator.start(
            Settings.onAnyPort()
                .withRedirectUris(UpsCaller.REDIRECT)
                .withClock(Clock.fixed(MONDAY, ZoneOffset.UTC)));
    ups = Ups.at(simulator.uri());
    caller = new UpsCaller(simulator.uri());
  }

  @Override
  void stop() {
    simulator.close();
  }

  private String nextDay() {
    return number(shipped(ShipQuestion.smallest().with("/Service/Code", "\"01\"")));
  }

  private static List<String> scans(JsonNode parcel) {
    List<String> codes = new ArrayList<>();
    parcel.get("activity").forEach(scan -> codes.add(scan.at("/status/statusCode").asText()));
    return codes;
  }

  @ParameterizedTest
  @CsvSource({
    "0, M 003", // Monday 9:00
    "32, M 003", // Tuesday 17:00
    "34, P 038", // Tuesday 19:00
    "38, I 005", // Tuesday 23:00
    "44, I 005", // Wednesday 5:00
    "47, O 021", // Wednesday 8:00
    "49, D 011", // Wednesday 10:05 is past, by 10:30 it was promised
  })
  void movesAsTheCalendarGoes(int hours, String expected) {
    String number = nextDay();
    ups.movesParcelsOnBy(Duration.ofHours(hours).plusMinutes(10));
    JsonNode status = tracked(number).get("currentStatus");
    assertThat(status.get("type").asText() + " " + status.get("statusCode").asText())
        .isEqualTo(expected);
  }

  @Test
  void tellsWhatHappenedNewestFirstWithPlaceAndBothTimes() {
    String number = nextDay();
    ups.movesParcelsOnBy(Duration.ofDays(3));
    JsonNode parcel = tracked(number);
    assertThat(scans(parcel)).containsExactly("011", "021", "005", "005", "005", "038", "003");
    JsonNode delivered = parcel.at("/activity/0");
    assertThat(delivered.at("/location/address/city").asText()).isEqualTo("New York");
    assertThat(delivered.get("date").asText() + delivered.get("time").asText())
        .isEqualTo("20261125100500");
    assertThat(delivered.get("gmtDate").asText() + " " + delivered.get("gmtTime").asText())
        .isEqualTo("20261125 15:05:00");
    assertThat(delivered.get("gmtOffset").asText()).isEqualTo("-05:00");
    JsonNode label = parcel.at("/activity/6/location/address");
    assertThat(label.get("countryCode").asText()).isEqualTo("US");
    assertThat(label.has("city")).as("a label is made nowhere").isFalse();
    assertThat(parcel.at("/referenceNumber/0/number").asText()).isEqualTo("SC-0001");
  }

  @Test
  void tellsPromisedAndRealDelivery() {
    String number = nextDay();
    assertThat(tracked(number).get("deliveryDate")).isEmpty();
    ups.movesParcelsOnBy(Duration.ofHours(36));
    JsonNode onItsWay = tracked(number);
    assertThat(onItsWay.at("/deliveryDate/0/type").asText()).isEqualTo("SDD");
    assertThat(onItsWay.at("/deliveryDate/0/date").asText()).isEqualTo("20261125");
    assertThat(onItsWay.at("/deliveryTime/type").asText()).isEqualTo("CMT");
    assertThat(onItsWay.at("/deliveryTime/endTime").asText()).isEqualTo("103000");
    ups.movesParcelsOnBy(Duration.ofDays(3));
    JsonNode there = tracked(number);
    assertThat(there.at("/deliveryDate").findValuesAsText("type")).containsExactly("SDD", "DEL");
    assertThat(there.at("/deliveryTime/type").asText()).isEqualTo("DEL");
    assertThat(there.at("/deliveryInformation/receivedBy").asText()).isEqualTo("RÍO BOOKS");
  }

  @ParameterizedTest
  @CsvSource({
    "delayed, 2, X 048",
    "delayed, 4, D 011",
    "exception, 2, X 013",
    "exception, 4, D 011",
    "returned, 2, X 064",
    "returned, 4, RS 034",
    "returned, 8, RS 035",
    "lost, 20, I 005",
    "unseen, 20, M 003",
  })
  void goesAsItsFateWants(String fate, int days, String expected) {
    String number = nextDay();
    ups.steers(number, fate);
    ups.movesParcelsOnBy(Duration.ofDays(days).plusHours(3));
    JsonNode parcel = tracked(number);
    JsonNode status = parcel.get("currentStatus");
    assertThat(status.get("type").asText() + " " + status.get("statusCode").asText())
        .isEqualTo(expected);
    if (fate.equals("delayed")) {
      assertThat(parcel.at("/deliveryDate/1/type").asText()).isEqualTo("RDD");
      assertThat(parcel.at("/deliveryDate/1/date").asText()).isEqualTo("20261126");
    }
  }

  @Test
  void waitsForMondayWhatWasBookedOnFriday() {
    ups.movesParcelsOnBy(Duration.ofDays(4));
    String number = nextDay();
    ups.movesParcelsOnBy(Duration.ofDays(7).plusHours(8));
    assertThat(scans(tracked(number))).containsExactly("003");
    ups.movesParcelsOnBy(Duration.ofDays(7).plusHours(10));
    assertThat(scans(tracked(number))).contains("038");
  }

  @Test
  void endsWithAVoid() {
    String number = nextDay();
    ups.movesParcelsOnBy(Duration.ofHours(1));
    caller.voids(access("alice"), number);
    ups.movesParcelsOnBy(Duration.ofDays(9));
    assertThat(scans(tracked(number))).containsExactly("007", "003");
    assertThat(tracked(number).at("/currentStatus/type").asText()).isEqualTo("MV");
  }

  @Test
  void passesCustomsOnItsWayAbroad() {
    String number = number(shipped(ShipQuestion.toCanada()));
    ups.movesParcelsOnBy(Duration.ofDays(20));
    assertThat(scans(tracked(number))).contains("012", "014").startsWith("011");
  }

  @Test
  void givesSignatureAndProofOnlyWhenAsked() {
    String number =
        number(
            shipped(
                ShipQuestion.smallest()
                    .with(
                        "/Package/0/PackageServiceOptions",
                        "{\"DeliveryConfirmation\":{\"DCISType\":\"2\"}}")));
    ups.movesParcelsOnBy(Duration.ofDays(20));
    JsonNode silent = tracked(number).get("deliveryInformation");
    assertThat(silent.has("signature") || silent.has("pod")).isFalse();
    JsonNode full =
        tracked(number + "?returnSignature=true&returnPOD=true").get("deliveryInformation");
    byte[] picture = Base64.getDecoder().decode(full.at("/signature/image").asText());
    assertThat(LabelReader.of(picture).width()).isPositive();
    byte[] page = Base64.getDecoder().decode(full.at("/pod/content").asText());
    assertThat(new String(page, StandardCharsets.UTF_8)).contains(number, "RÍO BOOKS");
  }

  @Test
  void saysNotFoundInASuccess() {
    for (String number : List.of("1ZA1B2C30300000000", "1234567")) {
      Reply reply = caller.track(access("alice"), "details/" + number);
      assertThat(reply.status()).isEqualTo(200);
      JsonNode shipment = reply.json().at("/trackResponse/shipment/0");
      assertThat(shipment.at("/warnings/0/code").asText()).isEqualTo("TW0001");
      assertThat(shipment.at("/warnings/0/message").asText())
          .isEqualTo("Tracking Information Not Found");
      assertThat(shipment.has("package")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"123456", "1ZA1B2C303", "12345678901234567890123456789012345", "1234-567"})
  void refusesWhatCanBeNoNumber(String number) {
    assertThat(caller.track(access("alice"), "details/" + number).error())
        .isEqualTo("400 TV1002 Invalid inquiry number");
  }

  @Test
  void needsBothHeaders() {
    Reply reply =
        caller.get("/api/track/v1/details/1234567", "Authorization", "Bearer " + access("alice"));
    assertThat(reply.error()).startsWith("400 TV1001 ");
    assertThat(caller.track("made-up", "details/1234567").error()).startsWith("401 250002 ");
  }

  @Test
  void tellsAnyoneOfAnyParcelAndTheWholeShipmentByPages() {
    JsonNode results = shipped(ShipQuestion.smallest().packages(3));
    String second = packages(results).get(1);
    Reply one = caller.track(access("bob"), "details/" + second);
    assertThat(one.json().at("/trackResponse/shipment/0/package")).hasSize(1);
    assertThat(one.json().at("/trackResponse/shipment/0/package/0/packageCount").asInt())
        .isEqualTo(3);
    Reply page = caller.track(access("bob"), "shipment/details/" + second + "?offset=1&count=5");
    assertThat(page.json().at("/trackResponse/shipment/0").findValuesAsText("trackingNumber"))
        .isEqualTo(packages(results).subList(1, 3));
  }

  @Test
  void findsAllShipmentsOfAReference() {
    String first = number(shipped(ShipQuestion.smallest().referring("A B/1")));
    String second = number(shipped(ShipQuestion.smallest().referring("A B/1")));
    Reply both = caller.track(access("alice"), "reference/details/A%20B%2F1");
    assertThat(both.json().findValuesAsText("trackingNumber")).containsExactly(first, second);
    assertThat(both.json().at("/trackResponse/shipment/0/inquiryNumber").asText())
        .isEqualTo("A B/1");
    String other = "reference/details/A%20B%2F1?shipperNum=4E5F6G";
    assertThat(caller.track(access("alice"), other).body()).contains("TW0001");
    String wrong = "reference/details/A%20B%2F1?fromPickUpDate=2026-11-23";
    assertThat(caller.track(access("alice"), wrong).status()).isEqualTo(400);
  }

  @Test
  void looksFourteenDaysBackUnlessTold() {
    String number = number(shipped(ShipQuestion.smallest()));
    String path = "reference/details/SC-0001";
    ups.movesParcelsOnBy(Duration.ofDays(14));
    assertThat(caller.track(access("alice"), path).body()).contains(number);
    ups.movesParcelsOnBy(Duration.ofDays(15));
    assertThat(caller.track(access("alice"), path).body()).contains("TW0001");
    String told = path + "?fromPickUpDate=20261123&toPickUpDate=20261123";
    assertThat(caller.track(access("alice"), told).body()).contains(number);
  }

  @Test
  void hearsOfAShipmentOnlyAfterAWhileWhenToldTo() {
    ups.tracksOnlyAfter(Duration.ofMinutes(10));
    String number = number(shipped(ShipQuestion.smallest()));
    for (String what : List.of("details/" + number, "reference/details/SC-0001")) {
      assertThat(caller.track(access("alice"), what).body()).contains("TW0001");
    }
    ups.movesParcelsOnBy(Duration.ofMinutes(10));
    for (String what : List.of("details/" + number, "reference/details/SC-0001")) {
      assertThat(caller.track(access("alice"), what).body()).contains(number);
    }
  }
}
