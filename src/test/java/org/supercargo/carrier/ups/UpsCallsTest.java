package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Exchange;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.WireLog;
import org.supercargo.scenario.Ups;

/** What goes over the wire with an account's token, beside the bodies. */
class UpsCallsTest {
  private static final ShipmentOrder ORDER =
      Goods.order(
          Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5")),
          "03",
          "SC-0001",
          DocumentFormat.ZPL);

  private static Ups ups;
  private final Wired wired = Wired.to(ups);
  private final List<Exchange> exchanges = new ArrayList<>();
  private Credentials alice;

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void calm() {
    ups.forgets();
    alice = wired.credentialsOf(ups, "alice");
  }

  @AfterEach
  void close() {
    wired.close();
  }

  private static JsonNode last(String operation) {
    JsonNode calls = ups.calls(operation).get("calls");
    return calls.get(calls.size() - 1);
  }

  private static String header(String operation, String name) {
    return last(operation).get("headers").get(name).get(0).asText();
  }

  @Test
  void sendsANewTransactionIdAndItsSourceWithEveryCall() {
    Booking booking = wired.shipping.ship(alice, ORDER, exchanges::add);
    wired.rates.rates(alice, RateQuestion.shop(ORDER.consignment()), exchanges::add);
    wired.tracking.track(
        alice, new TrackingQuestion.ByNumber(booking.shipmentNumber(), false), exchanges::add);
    wired.shipping.voidShipment(alice, VoidOrder.whole(booking.shipmentNumber()), exchanges::add);
    Set<String> ids = new HashSet<>();
    for (String operation : List.of("ship", "rate", "track", "void")) {
      assertThat(header(operation, "transid")).matches("[0-9a-f]{32}");
      assertThat(header(operation, "transactionsrc")).isEqualTo("supercargo test");
      assertThat(header(operation, "authorization"))
          .isEqualTo("Bearer " + alice.accessToken().reveal());
      ids.add(header(operation, "transid"));
    }
    assertThat(exchanges)
        .hasSize(4)
        .allSatisfy(exchange -> assertThat(ids).contains(exchange.transactionId()))
        .extracting(Exchange::operation)
        .containsExactly("ship", "rate", "track", "void");
    assertThat(ids).hasSize(4);
  }

  @Test
  void logsWhenAndHowLongAndWithWhichEnd() {
    Instant before = Instant.now();
    wired.shipping.ship(alice, ORDER, exchanges::add);
    ups.cutsNextAfterWork("ship");
    assertThatThrownBy(() -> wired.shipping.ship(alice, ORDER, exchanges::add))
        .isInstanceOf(Unavailable.class);
    assertThat(exchanges.get(0).sentAt()).isBetween(before, Instant.now());
    assertThat(exchanges.get(0).took()).isPositive();
    assertThat(exchanges.get(0).request()).startsWith("POST /api/shipments/v2409/ship\n{");
    assertThat(exchanges.get(1).status()).isNull();
    assertThat(exchanges.get(1).failure()).contains("cut");
    assertThat(exchanges.get(1).response()).isEmpty();
  }

  @Test
  void readsABookingOfTwentyFiveMegabytes() throws IOException {
    byte[] body = Samples.SHIP.replace("XlhBXlha", "XlhB" + "A".repeat(25 << 20)).getBytes(UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try (Wired large =
        Wired.to(address, Clock.systemUTC(), "supercargo.ups.ship-timeout", "PT60S")) {
      Booking booking = large.shipping.ship(alice, ORDER, exchanges::add);
      assertThat(booking.parcels().get(0).label().bytes()).hasSizeGreaterThan(19_000_000);
      assertThat(exchanges.get(0).response()).hasSizeLessThan(10_000);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void waitsAsLongAsItsOwnSettingSays() {
    try (Wired hasty = Wired.to(ups, "supercargo.ups.ship-timeout", "PT0.2S")) {
      ups.isSlow("ship", Duration.ofSeconds(30));
      assertThatThrownBy(() -> hasty.shipping.ship(alice, ORDER, WireLog.none()))
          .isInstanceOfSatisfying(
              Unavailable.class, late -> assertThat(late.isAnswerLost()).isTrue());
      assertThat(hasty.rates.rates(alice, RateQuestion.shop(ORDER.consignment()), WireLog.none()))
          .isNotNull();
    }
    assertThat(wired.shipping.longestCall()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void knowsThatNothingWasMadeWhenNobodyListens() {
    try (Wired nowhere = Wired.to("http://127.0.0.1:1", Clock.systemUTC())) {
      assertThatThrownBy(() -> nowhere.shipping.ship(alice, ORDER, exchanges::add))
          .isInstanceOfSatisfying(
              Unavailable.class, down -> assertThat(down.isAnswerLost()).isFalse());
    }
    assertThat(exchanges).hasSize(1);
  }

  @Test
  void takesTheMalformedOrdersAnswerForARefusal() {
    ups.answersNext("ship", 200, Map.of("errorcode", "1"), "");
    assertThatThrownBy(() -> wired.shipping.ship(alice, ORDER, WireLog.none()))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.isAnswerLost()).isFalse());
  }

  @Test
  void showsNoTokenInWhatIsLoggedWhenUpsRepeatsIt() {
    String token = alice.accessToken().reveal();
    ups.answersNext(
        "ship",
        400,
        "{\"response\":{\"errors\":[{\"code\":\"1\",\"message\":\"bad %s\"}]}}".formatted(token));
    assertThatThrownBy(() -> wired.shipping.ship(alice, ORDER, exchanges::add))
        .isInstanceOf(Rejected.class)
        .message()
        .doesNotContain(token);
    assertThat(exchanges.toString()).doesNotContain(token);
  }
}
