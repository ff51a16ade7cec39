package org.supercargo.shipping.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Figures;
import org.supercargo.setting.Settings;

/**
 * A gate for each account: what one has to wait for is no matter of another's, unless it is the
 * carrier's.
 */
class GovernorTest {
  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
  private static final CarrierMessage SAID = new CarrierMessage("", "no");

  private final Governor governor = new Governor();

  @BeforeEach
  void startsWithTwoPlaces() {
    starts(2, 100);
  }

  private void starts(int forOne, int inAll) {
    Map<String, String> set =
        Map.of(
            "supercargo.shipping.parallel-calls", Integer.toString(forOne),
            "supercargo.shipping.calls-in-all", Integer.toString(inAll));
    governor.settings = new Settings(key -> Optional.ofNullable(set.get(key)));
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
    CountDownLatch held = new CountDownLatch(1);
    holds(held, 1, 1);
    CompletableFuture<String> third = comes(1, Lane.LABEL);
    assertThat(governor.pass(2, Lane.LABEL, () -> "let in")).isEqualTo("let in");
    assertThat(third).isNotDone();
    held.countDown();
    assertThat(third.get(60, TimeUnit.SECONDS)).isEqualTo("came");
    assertThat(governor.waiting(Lane.LABEL).getAsLong()).isZero();
  }

  @Test
  void letsNoMoreInThanThereIsRoomForAllAccountsTogether() throws Exception {
    starts(2, 3);
    CountDownLatch held = new CountDownLatch(1);
    holds(held, 1, 2, 3);
    CompletableFuture<String> fourth = comes(4, Lane.LABEL);
    assertThatThrownBy(() -> governor.pass(5, Lane.BACKGROUND, () -> "never"))
        .isInstanceOfSatisfying(
            Unavailable.class, kept -> assertThat(kept.isAnswerLost()).as("not sent").isFalse());
    assertThat(fourth).isNotDone();
    held.countDown();
    assertThat(fourth.get(60, TimeUnit.SECONDS)).isEqualTo("came");
  }

  @Test
  void leavesRoomToThoseWhoAreWaitedFor() throws Exception {
    starts(4, 4);
    CountDownLatch held = new CountDownLatch(1);
    holds(held, 1, 2);
    assertThatThrownBy(() -> governor.pass(3, Lane.BACKGROUND, () -> "never"))
        .isInstanceOf(Unavailable.class);
    assertThat(governor.pass(3, Lane.RATE, () -> "let in")).isEqualTo("let in");
    held.countDown();
  }

  @Test
  void closesForAllWhenTheCarrierAnswersNobody() {
    AtomicInteger sent = new AtomicInteger();
    for (int account = 1; account <= 100; account++) {
      long one = account;
      assertThatThrownBy(
              () ->
                  governor.pass(
                      one,
                      Lane.LABEL,
                      () -> {
                        sent.incrementAndGet();
                        return down();
                      }))
          .isInstanceOfSatisfying(
              Unavailable.class, kept -> assertThat(kept.isAnswerLost()).isFalse());
    }
    assertThat(sent).hasValue(20);
    assertThatThrownBy(() -> governor.pass(101, Lane.LABEL, () -> "kept out"))
        .isInstanceOfSatisfying(
            Unavailable.class,
            kept ->
                assertThat(kept.retryAt())
                    .hasValueSatisfying(at -> assertThat(at).isBetween(NOON, NOON.plusSeconds(5))));
  }

  @Test
  void asksAgainForAllAfterARest() throws Exception {
    Environment environment = new Environment(10, Duration.ofMillis(50));
    Traffic traffic = new Traffic(new Figures());
    for (int i = 0; i < 20; i++) {
      Gate gate = new Gate(2, environment, traffic);
      assertThatThrownBy(() -> gate.pass(Lane.LABEL, () -> NOON, GovernorTest::down))
          .isInstanceOf(Unavailable.class);
    }
    Gate another = new Gate(2, environment, traffic);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String answer = "";
    while (answer.isEmpty() && System.nanoTime() < end) {
      try {
        answer = another.pass(Lane.LABEL, () -> NOON, () -> "back");
      } catch (Unavailable kept) {
        Thread.sleep(5);
      }
    }
    assertThat(answer).isEqualTo("back");
    for (int i = 0; i < 10; i++) {
      assertThat(another.pass(Lane.LABEL, () -> NOON, () -> "open")).isEqualTo("open");
    }
  }

  /** All that one account had under way is lost at once; another one is answered. */
  @Test
  void takesOneAccountsTroubleNotForTheCarriers() throws Exception {
    starts(50, 100);
    CountDownLatch inside = new CountDownLatch(50);
    CountDownLatch held = new CountDownLatch(1);
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () ->
                  governor.pass(
                      1,
                      Lane.LABEL,
                      () -> {
                        inside.countDown();
                        hold(held);
                        return down();
                      }),
              Thread::startVirtualThread));
    }
    inside.await();
    held.countDown();
    for (CompletableFuture<String> one : all) {
      assertThatThrownBy(() -> one.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(Unavailable.class);
    }
    assertThat(governor.pass(2, Lane.LABEL, () -> "let in")).isEqualTo("let in");
  }

  /** Makes a call for each of these accounts that ends when it is let go. */
  private void holds(CountDownLatch held, long... accounts) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(accounts.length);
    for (long account : accounts) {
      Thread.startVirtualThread(
          () ->
              governor.pass(
                  account,
                  Lane.LABEL,
                  () -> {
                    inside.countDown();
                    hold(held);
                    return "";
                  }));
    }
    inside.await();
  }

  /** Stands in line. */
  private CompletableFuture<String> comes(long account, Lane lane) {
    CompletableFuture<String> next =
        CompletableFuture.supplyAsync(
            () -> governor.pass(account, lane, () -> "came"), Thread::startVirtualThread);
    while (governor.waiting(lane).getAsLong() < 1 && !next.isDone()) {
      Thread.onSpinWait();
    }
    return next;
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
