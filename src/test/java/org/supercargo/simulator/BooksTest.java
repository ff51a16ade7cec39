package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tester needs to prove that no label was paid twice and none was lost. */
class BooksTest extends InSimulator {
  @TempDir Path folder;

  private long booked() {
    return ups.shipments().get("count").asLong();
  }

  private void shipsInVain() {
    assertThatThrownBy(() -> caller.ship(access("alice"), ShipQuestion.smallest()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void showsWhatWasBookedUnderEachReference() {
    String first = number(shipped(ShipQuestion.smallest().packages(2)));
    shipped(ShipQuestion.smallest().referring("other & more"));
    assertThat(ups.shipments().get("duplicates")).isEmpty();
    shipped(ShipQuestion.smallest());
    JsonNode books = ups.shipments();
    assertThat(books.get("count").asInt()).isEqualTo(3);
    assertThat(books.get("duplicates").toString()).isEqualTo("{\"SC-0001\":2}");
    assertThat(ups.shipments("other & more").get("count").asInt()).isEqualTo(1);
    caller.voids(access("alice"), first);
    assertThat(ups.shipments().get("duplicates")).isEmpty();
    assertThat(ups.shipments("SC-0001").get("voided").asInt()).isEqualTo(1);
    JsonNode told = ups.shipments().at("/shipments/0");
    assertThat(told.get("user").asText()).isEqualTo("alice");
    assertThat(told.get("packages")).hasSize(2);
    assertThat(told.at("/packages/1").has("voidedAt")).isTrue();
  }

  @Test
  void booksNothingWhenCutBeforeAndAllWhenCutAfter() {
    ups.cutsNextBeforeWork("ship");
    shipsInVain();
    assertThat(booked()).isZero();
    ups.cutsNextAfterWork("ship");
    shipsInVain();
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void booksThoughItSaysOtherwise() {
    ups.saysAfterWork("ship", 503, "<h1>Service Unavailable</h1>");
    assertThat(caller.ship(access("alice"), ShipQuestion.smallest()).status()).isEqualTo(503);
    ups.saysAfterWork("ship", 200, "");
    assertThat(caller.ship(access("alice"), ShipQuestion.smallest()).body()).isEmpty();
    assertThat(booked()).isEqualTo(2);
    ups.answersNext("ship", 500);
    assertThat(caller.ship(access("alice"), ShipQuestion.smallest()).status()).isEqualTo(500);
    assertThat(booked()).isEqualTo(2);
  }

  @Test
  void booksAtOnceWhenOnlyTheAnswerIsLate() {
    String access = access("alice");
    shipped(ShipQuestion.smallest());
    ups.answersLate("ship", Duration.ofSeconds(20));
    HttpRequest.Builder hasty =
        HttpRequest.newBuilder(ups.uri().resolve("/api/shipments/v2409/ship"))
            .timeout(Duration.ofSeconds(6))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(ShipQuestion.smallest().build().toString()));
    assertThatThrownBy(() -> caller.send(hasty, "Authorization", "Bearer " + access))
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(booked()).isEqualTo(2);
  }

  @Test
  void forgetsTheBooksOnReset() {
    String number = number(shipped(ShipQuestion.smallest()));
    ups.forgets();
    assertThat(booked()).isZero();
    assertThat(
            caller
                .track(caller.tokensOf("alice").get("access_token").asText(), "details/" + number)
                .body())
        .contains("TW0001");
  }

  @Test
  void refusesAnUnknownFateAndAnUnknownShipment() {
    String number = number(shipped(ShipQuestion.smallest()));
    assertThat(
            caller
                .json("/control/shipments", "{\"shipment\":\"1Z\",\"fate\":\"lost\"}")
                .json()
                .get("error")
                .asText())
        .isEqualTo("unknown shipment 1Z");
    assertThat(
            caller
                .json("/control/shipments", "{\"shipment\":\"" + number + "\",\"fate\":\"burnt\"}")
                .json()
                .get("error")
                .asText())
        .startsWith("unknown fate burnt; known: delivered, ");
  }

  @Test
  void keepsTheBooksAcrossARestartEvenWithATornEnd() throws IOException {
    Path data = folder.resolve("ups.json");
    String access;
    String number;
    String voided;
    try (UpsSimulator first = start(data)) {
      UpsCaller early = new UpsCaller(first.uri());
      access = early.tokensOf("alice").get("access_token").asText();
      number = shipment(early, access);
      voided = shipment(early, access);
      assertThat(early.voids(access, voided).status()).isEqualTo(200);
    }
    Files.writeString(
        folder.resolve("ups.json.books"), "{\"booking\":{\"us", StandardOpenOption.APPEND);
    for (int restart = 0; restart < 2; restart++) {
      try (UpsSimulator again = start(data)) {
        UpsCaller late = new UpsCaller(again.uri());
        assertThat(late.track(access, "details/" + number).body()).contains("\"003\"");
        assertThat(late.voids(access, voided).error()).startsWith("400 190117 ");
        number = shipment(late, access);
      }
    }
  }

  @Test
  void refusesBooksThatAreTornInTheMiddle() throws IOException {
    Files.writeString(folder.resolve("ups.json.books"), "{\"booking\":\n{\"voids\":[],\"at\":1}\n");
    assertThatThrownBy(() -> start(folder.resolve("ups.json")).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ups.json.books can't be read");
  }

  private static UpsSimulator start(Path data) {
    return UpsSimulator.start(
        Settings.onAnyPort().withRedirectUris(UpsCaller.REDIRECT).withData(data));
  }

  private static String shipment(UpsCaller caller, String access) {
    return number(
        caller
            .ship(access, ShipQuestion.smallest().asking("ZPL"))
            .json()
            .at("/ShipmentResponse/ShipmentResults"));
  }
}
