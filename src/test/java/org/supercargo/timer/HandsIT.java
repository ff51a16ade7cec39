package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

class HandsIT extends InContainer {
  @Inject Hands hands;

  private final AtomicInteger renewals = new AtomicInteger();
  private final Lease first = renewals::incrementAndGet;
  private final Lease second = () -> {};
  private final List<Lease> both = List.of(first, second);
  private final Set<Lease> seen = ConcurrentHashMap.newKeySet();

  @Test
  void worksAloneWhileThereIsLittleToDo() {
    hands.drain(
        both,
        lane -> {
          seen.add(lane);
          return false;
        });
    assertThat(seen).containsExactly(first);
  }

  @Test
  void worksSideBySideWhenThereIsMore() {
    AtomicInteger batches = new AtomicInteger();
    CountDownLatch meet = new CountDownLatch(2);
    hands.drain(
        both,
        lane -> {
          if (batches.incrementAndGet() == 1) {
            return true;
          }
          seen.add(lane);
          meet.countDown();
          await(meet);
          return false;
        });
    assertThat(seen).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void waitsForAllAndKeepsTheLeaseMeanwhile() {
    AtomicInteger batches = new AtomicInteger();
    CountDownLatch renewed = new CountDownLatch(3);
    Queue<String> ends = new ConcurrentLinkedQueue<>();
    Lease keeper = renewed::countDown;
    hands.drain(
        List.of(keeper, second),
        lane -> {
          if (lane == second) {
            await(renewed);
            ends.add("second");
          }
          return batches.incrementAndGet() == 1;
        });
    assertThat(ends).containsExactly("second");
  }

  @Test
  void stopsAllWhenOneFailsAndTellsOfIt() {
    CountDownLatch failed = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                hands.drain(
                    both,
                    lane -> {
                      if (lane == second) {
                        failed.countDown();
                        throw new LeaseLost("hands-test");
                      }
                      return true; // would go on for ever
                    }))
        .isInstanceOf(LeaseLost.class);
    assertThat(failed.getCount()).isZero();
  }

  @Test
  void leavesNobodyBehindWhenTheFirstFails() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch broken = new CountDownLatch(1);
    AtomicInteger batches = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(
            () ->
                hands.drain(
                    both,
                    lane -> {
                      if (lane == second) {
                        begun.countDown();
                        await(broken);
                        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                        ended.incrementAndGet();
                        return true;
                      }
                      if (batches.incrementAndGet() == 1) {
                        return true;
                      }
                      await(begun);
                      broken.countDown();
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(ended.get()).as("its batch has ended").isPositive();
  }

  @Test
  void stopsTheOthersWhenTheLeaseIsLostWhileItWaits() {
    AtomicInteger batches = new AtomicInteger();
    CountDownLatch lost = new CountDownLatch(1);
    Lease losing =
        () -> {
          lost.countDown();
          throw new LeaseLost("hands-test");
        };
    assertThatThrownBy(
            () ->
                hands.drain(
                    List.of(losing, second),
                    lane -> {
                      if (lane == second) {
                        await(lost);
                        return true; // would go on for ever
                      }
                      return batches.incrementAndGet() == 1;
                    }))
        .isInstanceOf(LeaseLost.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
