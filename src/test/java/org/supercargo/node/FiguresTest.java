package org.supercargo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Counter;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void countsWhereTheServerShowsNothing() {
    Figures figures = new Figures();
    Counter counter = figures.counter("calls", "Calls", "operation", "ship");
    counter.inc();
    counter.inc(2);
    assertThat(counter.getCount()).isEqualTo(3);
    figures.timer("call", "How long").accept(Duration.ofSeconds(1));
    figures.gauge("waiting", "Waiting", () -> 1);
  }

  @Test
  void sortsWhatTookLongIntoBucketsThatHoldAllBelow() {
    Buckets buckets = new Buckets();
    for (int millis : new int[] {1, 50, 51, 900, 60_000, 60_001}) {
      buckets.accept(Duration.ofMillis(millis));
    }
    assertThat(buckets.seconds()).isEqualTo(121.003);
    assertThat(IntStream.range(0, Buckets.ENDS.size()).mapToLong(buckets::upTo))
        .containsExactly(2L, 3L, 3L, 3L, 4L, 4L, 4L, 4L, 4L, 5L, 6L);
  }

  @Test
  void isNoNumberUntilItWasCountedAndWhenThatIsLongAgo() {
    Reading fresh = new Reading(Duration.ofHours(1));
    assertThat(fresh.value().doubleValue()).isNaN();
    fresh.is(7);
    assertThat(fresh.value()).isEqualTo(7);
    Reading old = new Reading(Duration.ofNanos(-1));
    old.is(7);
    assertThat(old.value().doubleValue()).isNaN();
  }

  @Test
  void doesWhatIsDearLessOften() {
    Sparing sparing = new Sparing();
    long begun = System.nanoTime();
    sparing.go(this::takesLong);
    for (int i = 0; i < 100; i++) {
      sparing.go(done::incrementAndGet);
    }
    assertThat(done).as("a hundred times as long is to pass").hasValue(1);
    assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void doesWhatIsCheapEveryTime() throws InterruptedException {
    Sparing sparing = new Sparing();
    sparing.go(done::incrementAndGet);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (done.get() < 2 && System.nanoTime() < end) {
      Thread.sleep(1);
      sparing.go(done::incrementAndGet);
    }
    assertThat(done).hasValue(2);
  }

  @Test
  void sparesALongFailureToo() {
    Sparing sparing = new Sparing();
    assertThatThrownBy(
            () ->
                sparing.go(
                    () -> {
                      takesLong();
                      throw new IllegalStateException("the database is away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    sparing.go(done::incrementAndGet);
    assertThat(done).hasValue(1);
  }

  private void takesLong() {
    done.incrementAndGet();
    long end = System.nanoTime() + Duration.ofMillis(250).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
