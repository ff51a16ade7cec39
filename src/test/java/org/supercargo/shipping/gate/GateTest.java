package org.supercargo.shipping.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Figures;

class GateTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final CarrierMessage SAID = new CarrierMessage("", "said");

  private final Traffic traffic = new Traffic(new Figures());
  private final Gate gate = new Gate(2, new Environment(100, Gate.REST), traffic);

  private <T> T pass(Lane lane, Supplier<T> call) {
    return gate.pass(lane, () -> NOON, call);
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void letsLabelsGoBeforeRatesBeforeTheRest() throws Exception {
    List<Lane> order = order();
    // Where the machine stands still meanwhile, those with little patience go away.
    for (int more = 0; more < 5 && order.size() < 3; more++) {
      order = order();
    }
    assertThat(order).hasSize(3);
    assertThat(order.getFirst()).isIn(Lane.LABEL, Lane.RATE);
    assertThat(order.getLast()).isEqualTo(Lane.BACKGROUND);
  }

  /** Who is let in after whom, having come the other way round. */
  private List<Lane> order() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      Thread.ofVirtual()
          .start(
              () ->
                  pass(
                      Lane.RATE,
                      () -> {
                        inside.countDown();
                        hold(held);
                        return "";
                      }));
    }
    inside.await();
    List<Lane> order = new CopyOnWriteArrayList<>();
    List<Thread> all = new ArrayList<>();
    for (Lane lane : List.of(Lane.BACKGROUND, Lane.RATE, Lane.LABEL)) {
      Thread thread = Thread.ofPlatform().start(() -> notes(lane, order));
      all.add(thread);
      while (thread.isAlive() && traffic.waiting(lane).sum() == 0) {
        Thread.onSpinWait();
      }
    }
    held.countDown();
    for (Thread thread : all) {
      thread.join();
    }
    return order;
  }

  private void notes(Lane lane, List<Lane> order) {
    try {
      pass(
          lane,
          () -> {
            order.add(lane);
            quiet();
            return "";
          });
    } catch (Unavailable sentAway) {
      order.remove(lane);
    }
  }

  private static void quiet() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void neverLetsMoreInThanItHasPlaces() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Integer>> all = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 200; i++) {
      CompletableFuture<Integer> done = new CompletableFuture<>();
      all.add(done);
      Thread.ofVirtual()
          .start(
              () ->
                  done.complete(
                      pass(
                          Lane.RATE,
                          () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            return inside.decrementAndGet();
                          })));
    }
    for (CompletableFuture<Integer> done : all) {
      done.get();
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void closesForAWhileWhenNobodyAnswers() {
    AtomicInteger calls = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  pass(
                      Lane.LABEL,
                      () -> {
                        calls.incrementAndGet();
                        throw Unavailable.answerLost(SAID);
                      }))
          .isInstanceOf(Unavailable.class);
    }
    assertThat(calls.get()).isBetween(5, 10);
    assertThatThrownBy(() -> pass(Lane.LABEL, () -> "never"))
        .isInstanceOfSatisfying(
            Unavailable.class,
            kept -> {
              assertThat(kept.isAnswerLost()).as("it was not sent").isFalse();
              assertThat(kept.retryAt()).hasValueSatisfying(at -> assertThat(at).isAfter(NOON));
            });
  }

  @Test
  void staysOpenForWhoeverIsRefused() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(
              () ->
                  pass(
                      Lane.LABEL,
                      () -> {
                        throw new Rejected(SAID);
                      }))
          .isInstanceOf(Rejected.class);
    }
    assertThat(pass(Lane.LABEL, () -> "open")).isEqualTo("open");
  }

  @Test
  void sendsAwayWhoWouldWaitTooLong() {
    assertThatThrownBy(
            () ->
                pass(
                    Lane.RATE,
                    () -> {
                      throw Unavailable.limited(SAID, NOON.plusSeconds(60));
                    }))
        .isInstanceOf(Unavailable.class);
    long begun = System.nanoTime();
    assertThatThrownBy(() -> pass(Lane.LABEL, () -> "never"))
        .isInstanceOfSatisfying(
            Unavailable.class,
            kept ->
                assertThat(kept.retryAt())
                    .hasValueSatisfying(
                        at ->
                            assertThat(at).isBetween(NOON.plusSeconds(55), NOON.plusSeconds(61))));
    assertThat(System.nanoTime() - begun).as("at once").isLessThan(5_000_000_000L);
    assertThat(traffic.sentAway(Lane.LABEL)).isEqualTo(1);
    assertThat(traffic.sentAway(Lane.RATE)).as("it got in").isZero();
    assertThat(traffic.waiting(Lane.LABEL).sum()).isZero();
  }
}
