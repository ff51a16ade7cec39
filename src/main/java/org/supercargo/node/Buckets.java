package org.supercargo.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How long something took, sorted into buckets that only grow, so that quantiles can be reckoned
 * over servers and times. Payara's own timers show quantiles of a sample, in nanoseconds whatever
 * their name says, and lock.
 */
final class Buckets implements Consumer<Duration> {
  /** Upper ends, in seconds. */
  static final List<String> ENDS =
      List.of("0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "60", "+Inf");

  private static final double SECOND = Duration.ofSeconds(1).toNanos();
  private static final long[] NANOS =
      ENDS.stream()
          .limit(ENDS.size() - 1L)
          .mapToLong(end -> (long) (Double.parseDouble(end) * SECOND))
          .toArray();

  private final List<LongAdder> counts =
      Stream.generate(LongAdder::new).limit(ENDS.size()).toList();
  private final LongAdder nanos = new LongAdder();

  @Override
  public void accept(Duration took) {
    long time = took.toNanos();
    int bucket = 0;
    while (bucket < NANOS.length && time > NANOS[bucket]) {
      bucket++;
    }
    counts.get(bucket).increment();
    nanos.add(time);
  }

  /** How many took no longer than the end of that bucket. */
  long upTo(int bucket) {
    return counts.stream().limit(bucket + 1L).mapToLong(LongAdder::sum).sum();
  }

  double seconds() {
    return nanos.sum() / SECOND;
  }
}
