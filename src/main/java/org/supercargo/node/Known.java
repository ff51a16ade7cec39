package org.supercargo.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Rows' values known by heart. None is given out when it was last seen in the database longer ago
 * than the bound, so that what one node changes is over on every other one after that time.
 *
 * @param <V> what is known of a row
 */
public final class Known<V> {
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration FINE_ENOUGH = Duration.ofSeconds(1);
  private static final int BATCH = 500;

  private final Cache<Long, Entry<V>> entries;
  private final Duration bound;
  private final Clock clock;

  /**
   * @param most how many are kept; those that were not asked for lately go first
   */
  public Known(int most, Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
    // No expiry by the cache: it would have every reader write.
    this.entries = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  /** Empty also when it is known, but not surely enough. */
  public Optional<V> get(long id) {
    Entry<V> entry = entries.getIfPresent(id);
    if (entry == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    entry.asked(now);
    return entry.isOlderThan(bound, now) ? Optional.empty() : Optional.of(entry.value);
  }

  /** However old. */
  public Optional<V> last(long id) {
    return Optional.ofNullable(entries.getIfPresent(id)).map(entry -> entry.value);
  }

  /**
   * Keeps it, unless something newer is known.
   *
   * @param readAt a moment before the row was read
   */
  public void put(long id, V value, Instant readAt) {
    entries.asMap().merge(id, new Entry<>(value, readAt), Entry::newer);
  }

  /** Leaves alone how surely it is known. */
  public void change(long id, UnaryOperator<V> change) {
    Entry<V> entry = entries.getIfPresent(id);
    if (entry != null) {
      entry.value = change.apply(entry.value);
    }
  }

  public void drop(long id) {
    entries.invalidate(id);
  }

  public void dropAll() {
    entries.invalidateAll();
  }

  /**
   * Forgets what nobody asked for in two minutes, and looks at all the rest, some hundred at a
   * time.
   *
   * @param unchanged answers which of the given ones still are as given; the others are dropped
   */
  public void confirm(Function<Map<Long, V>, Set<Long>> unchanged) {
    entries.cleanUp();
    Instant idle = clock.instant().minus(IDLE);
    entries.asMap().values().removeIf(entry -> entry.askedAt.isBefore(idle));
    Map<Long, Entry<V>> batch = new HashMap<>();
    for (Map.Entry<Long, Entry<V>> entry : Map.copyOf(entries.asMap()).entrySet()) {
      batch.put(entry.getKey(), entry.getValue());
      if (batch.size() == BATCH) {
        confirm(batch, unchanged);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      confirm(batch, unchanged);
    }
  }

  private void confirm(Map<Long, Entry<V>> batch, Function<Map<Long, V>, Set<Long>> unchanged) {
    Instant readAt = clock.instant();
    Map<Long, V> values = new HashMap<>();
    batch.forEach((id, entry) -> values.put(id, entry.value));
    Set<Long> same = unchanged.apply(values);
    batch.forEach(
        (id, entry) -> {
          if (same.contains(id)) {
            entry.readAt = readAt;
          } else {
            entries.asMap().remove(id, entry);
          }
        });
  }

  /** Changed in place, and that seldom: thousands of readers share it. */
  private static final class Entry<V> {
    private volatile V value;
    private volatile Instant readAt;
    private volatile Instant askedAt;

    Entry(V value, Instant readAt) {
      this.value = value;
      this.readAt = readAt;
      this.askedAt = readAt;
    }

    void asked(Instant now) {
      if (askedAt.plus(FINE_ENOUGH).isBefore(now)) {
        askedAt = now;
      }
    }

    boolean isOlderThan(Duration bound, Instant now) {
      return readAt.plus(bound).isBefore(now);
    }

    Entry<V> newer(Entry<V> other) {
      return other.readAt.isBefore(readAt) ? this : other;
    }
  }
}
