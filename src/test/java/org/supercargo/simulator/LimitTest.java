package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;

class LimitTest {
  private static final String TOO_MANY = "429 10429 Too Many Requests";
  private final AtomicLong now = new AtomicLong(1_790_000_000_000L);

  private UpsSimulator start() {
    InstantSource source = () -> Instant.ofEpochMilli(now.get());
    Clock clock = source.withZone(ZoneOffset.UTC);
    return UpsSimulator.start(
        Settings.onAnyPort().withRedirectUris(UpsCaller.REDIRECT).withClock(clock));
  }

  @Test
  void takesSoManyCallsWithinAnySecondAndDoesNothingForTheOthers() {
    try (UpsSimulator simulator = start()) {
      Ups ups = Ups.at(simulator.uri());
      UpsCaller caller = new UpsCaller(simulator.uri());
      String access = caller.tokensOf("alice").get("access_token").asText();
      ups.takesAtMost(2);
      assertThat(ship(caller, access)).isEqualTo("200");
      now.addAndGet(600);
      assertThat(ship(caller, access)).isEqualTo("200");
      assertThat(ship(caller, access)).isEqualTo(TOO_MANY);
      now.addAndGet(399);
      assertThat(ship(caller, access)).isEqualTo(TOO_MANY);
      now.addAndGet(1);
      assertThat(ship(caller, access)).isEqualTo("200");
      assertThat(ship(caller, access)).isEqualTo(TOO_MANY);
      assertThat(caller.refresh("spent").status()).as("OAuth is another matter").isEqualTo(400);
      ups.takesAtMost(0);
      assertThat(ship(caller, access)).isEqualTo("200");
      assertThat(ups.shipments().get("count").asInt()).isEqualTo(4);
    }
  }

  private static String ship(UpsCaller caller, String access) {
    var reply = caller.ship(access, ShipQuestion.smallest().asking("ZPL"));
    return reply.status() == 200 ? "200" : reply.error();
  }
}
