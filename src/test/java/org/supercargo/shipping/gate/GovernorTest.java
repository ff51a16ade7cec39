package org.supercargo.shipping.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Figures;
import org.supercargo.setting.Settings;

/** A gate for each account: what one has to wait for is no matter of another's. */
class GovernorTest {
  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
  private static final CarrierMessage SAID = new CarrierMessage("", "no");

  private final Governor governor = new Governor();

  @BeforeEach
  void startsWithTwoPlaces() {
    governor.settings =
        new Settings(
            key ->
                key.equals("supercargo.shipping.parallel-calls")
                    ? Optional.of("2")
                    : Optional.empty());
    governor.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    governor.figures = new Figures();
    governor.start();
  }

  @Test
  void closesOneAccountsGateAndNoOther() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> governor.pass(1, Lane.LABEL, GovernorTest::down))
          .isInstanceOf(Unavailable.class);
    }
    assertThatThrownBy(() -> governor.pass(1, Lane.LABEL, () -> "kept out"))
        .isInstanceOf(Unavailable.class);
    assertThat(governor.pass(2, Lane.LABEL, () -> "let in")).isEqualTo("let in");
    assertThat(governor.sentAway(Lane.LABEL)).isPositive();
  }

  @Test
  void slowsOneAccountDownAndNoOther() {
    assertThatThrownBy(
            () ->
                governor.pass(
                    1,
                    Lane.RATE,
                    () -> {
                      throw Unavailable.limited(SAID, NOON.plusSeconds(60));
                    }))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> governor.pass(1, Lane.RATE, () -> "kept out"))
        .isInstanceOf(Unavailable.class);
    assertThat(governor.pass(2, Lane.RATE, () -> "let in")).isEqualTo("let in");
  }

  @Test
  void fillsOneAccountsPlacesAndNoOther() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      Thread.startVirtualThread(
          () ->
              governor.pass(
                  1,
                  Lane.LABEL,
                  () -> {
                    inside.countDown();
                    hold(held);
                    return "";
                  }));
    }
    inside.await();
    CompletableFuture<String> third =
        CompletableFuture.supplyAsync(
            () -> governor.pass(1, Lane.LABEL, () -> "third"), Thread::startVirtualThread);
    while (governor.waiting(Lane.LABEL).getAsLong() < 1 && !third.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(governor.pass(2, Lane.LABEL, () -> "let in")).isEqualTo("let in");
    assertThat(third).isNotDone();
    held.countDown();
    assertThat(third.get(60, TimeUnit.SECONDS)).isEqualTo("third");
    assertThat(governor.waiting(Lane.LABEL).getAsLong()).isZero();
  }

  private static String down() {
    throw new Unavailable(SAID);
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
