package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.WireLog;
import org.supercargo.carrier.ups.Gateway.Conduct;
import org.supercargo.scenario.Ups;

/** How requests travel: HTTP/2 over TLS where it is spoken, and each once. */
class UpsHttpTest {
  private static final ShipmentOrder ORDER =
      Goods.order(
          Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5")),
          "03",
          "SC-0001",
          DocumentFormat.ZPL);

  private static final Credentials ALICE =
      new Credentials(Secret.of("an access token"), Instant.MAX, 1);

  @TempDir static Path folder;
  private static Certified certified;
  private static SSLContext usual;

  @BeforeAll
  static void trust() throws Exception {
    usual = SSLContext.getDefault();
    certified = Certified.in(folder);
    SSLContext.setDefault(certified.client());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(usual);
  }

  private static Gateway gateway() throws Exception {
    return Gateway.starts(certified, Samples.SHIP, 100);
  }

  /** Patient: what has to be seen here is not a time-out of a slow machine. */
  private static Wired to(String address) {
    return Wired.to(
        address,
        Clock.systemUTC(),
        "supercargo.ups.connect-timeout",
        "PT30S",
        "supercargo.ups.ship-timeout",
        "PT60S",
        "supercargo.ups.read-timeout",
        "PT60S");
  }

  private static Booking ship(Wired wired) {
    return wired.shipping.ship(ALICE, ORDER, WireLog.none());
  }

  @Test
  void carriesManyCallsOnOneConnectionByHttp2() throws Exception {
    try (Gateway gateway = gateway();
        Wired wired = to(gateway.address())) {
      ship(wired);
      allAtOnce(20, () -> ship(wired));
      assertThat(gateway.callsByHttp2()).isEqualTo(21);
      assertThat(gateway.callsByHttp11()).isZero();
      assertThat(gateway.connections()).isEqualTo(1);
    }
  }

  @Test
  void speaksHttp11WhereHttp2IsNotSpoken() throws Exception {
    List<String> seen = new ArrayList<>();
    try (Stranger older = Stranger.starts(certified);
        Wired wired = to(older.address())) {
      older.answers(
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getProtocol() + exchange.getRequestHeaders().get("Upgrade"));
            byte[] body = Samples.SHIP.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      assertThat(ship(wired).shipmentNumber()).isNotBlank();
      assertThat(ship(wired).shipmentNumber()).isNotBlank();
    }
    assertThat(seen).containsExactly("HTTP/1.1null", "HTTP/1.1null");
  }

  @Test
  void asksForNoUpgradeOfAClearConnection() {
    try (Ups ups = Ups.starts(Wired.REDIRECT);
        Wired wired = Wired.to(ups)) {
      wired.shipping.ship(wired.credentialsOf(ups, "alice"), ORDER, WireLog.none());
      assertThat(ups.calls("ship").get("calls"))
          .hasSize(1)
          .allSatisfy(
              call -> {
                assertThat(call.get("headers").has("upgrade")).isFalse();
                assertThat(call.get("headers").has("http2-settings")).isFalse();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSES", "GOES_AWAY"})
  void sendsNoOrderAgainThatUpsSaysItHasNotWorkedOn(Conduct conduct) throws Exception {
    try (Gateway gateway = gateway();
        Wired wired = to(gateway.address())) {
      ship(wired);
      gateway.meetsNextWith(conduct);
      assertThatThrownBy(() -> ship(wired))
          .isInstanceOfSatisfying(
              Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
      assertThat(gateway.bodies()).hasSize(2);
      assertThat(ship(wired).shipmentNumber()).isNotBlank();
      assertThat(gateway.bodies()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSES", "GOES_AWAY"})
  void sendsNoRefreshTokenAgainThatUpsSaysItHasNotSeen(Conduct conduct) throws Exception {
    try (Gateway gateway = gateway();
        Wired wired = to(gateway.address())) {
      gateway.meetsNextWith(conduct);
      assertThatThrownBy(() -> wired.login.refresh(Secret.of("a refresh token")))
          .isInstanceOfSatisfying(
              Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
      assertThat(gateway.bodies()).singleElement().asString().contains("refresh_token=");
    }
  }

  @Test
  void sendsNoOrderAgainOnAKeptConnectionThatIsCut() {
    try (Ups ups = Ups.starts(Wired.REDIRECT);
        Wired wired = Wired.to(ups)) {
      Credentials alice = wired.credentialsOf(ups, "alice");
      wired.shipping.ship(alice, ORDER, WireLog.none());
      ups.cutsNextAfterWork("ship");
      assertThatThrownBy(() -> wired.shipping.ship(alice, ORDER, WireLog.none()))
          .isInstanceOfSatisfying(
              Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
      assertThat(ups.count("ship")).isEqualTo(2);
      assertThat(ups.shipments().get("count").asInt()).isEqualTo(2);
    }
  }

  @Test
  void takesConnectionsOfTheirOwnWhereTheOneHasNoRoom() throws Exception {
    try (Gateway gateway = Gateway.starts(certified, Samples.SHIP, 2);
        Wired wired = to(gateway.address())) {
      ship(wired);
      gateway.meetsNextWith(Conduct.WAITS, Conduct.WAITS);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        Future<Booking> one = threads.submit(() -> ship(wired));
        Future<Booking> two = threads.submit(() -> ship(wired));
        eventually(() -> gateway.bodies().size() == 3);
        allAtOnce(6, () -> ship(wired));
        assertThat(gateway.callsByHttp11()).isEqualTo(6);
        gateway.stopsWaiting();
        assertThat(one.get()).isNotNull();
        assertThat(two.get()).isNotNull();
      }
      assertThat(gateway.bodies()).hasSize(9);
    }
  }

  @Test
  void leavesAConnectionThatIsDead() throws Exception {
    try (Gateway gateway = gateway();
        Wired wired =
            Wired.to(
                gateway.address(),
                Clock.systemUTC(),
                "supercargo.ups.connect-timeout",
                "PT3S",
                "supercargo.ups.ship-timeout",
                "PT1S",
                "supercargo.ups.rate-timeout",
                "PT60S")) {
      gateway.meetsNextWith(Conduct.SAYS_NOTHING);
      assertThatThrownBy(() -> ship(wired))
          .isInstanceOfSatisfying(
              Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
      assertThat(ship(wired).shipmentNumber()).isNotBlank();
      assertThat(gateway.connections()).isEqualTo(2);
      assertThat(gateway.bodies()).hasSize(2);
    }
  }

  @Test
  void promisesThatNothingWasSentWhereNobodyTalksTls() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Wired wired =
            Wired.to(
                "https://localhost:" + mute.getLocalPort(),
                Clock.systemUTC(),
                "supercargo.ups.ship-timeout",
                "PT0.5S")) {
      assertThatThrownBy(() -> ship(wired))
          .isInstanceOfSatisfying(
              Unavailable.class, unsent -> assertThat(unsent.isAnswerLost()).isFalse());
    }
  }

  private static void allAtOnce(int many, Callable<Booking> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      for (Future<Booking> one : threads.invokeAll(Collections.nCopies(many, call))) {
        assertThat(one.get().shipmentNumber()).isNotBlank();
      }
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(condition.call()).isTrue();
  }
}
