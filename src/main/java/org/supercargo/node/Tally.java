package org.supercargo.node;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** When each row was last used, gathered in memory and written now and then. */
public final class Tally {
  private static final Duration FINE_ENOUGH = Duration.ofSeconds(1);
  private static final int BATCH = 500;
  private final Map<Long, Instant> newest = new ConcurrentHashMap<>();

  public void note(long id, Instant at) {
    Instant known = newest.get(id);
    if (known == null || known.plus(FINE_ENOUGH).isBefore(at)) {
      newest.merge(id, at, Tally::later);
    }
  }

  /**
   * Hands everything over, some hundred rows at a time, with the newest moment among them. What
   * could not be written stays.
   */
  public void write(BiConsumer<Set<Long>, Instant> writer) {
    while (!newest.isEmpty()) {
      Map<Long, Instant> batch = taken();
      try {
        writer.accept(batch.keySet(), batch.values().stream().reduce(Instant.MIN, Tally::later));
      } catch (RuntimeException notWritten) {
        batch.forEach((id, at) -> newest.merge(id, at, Tally::later));
        throw notWritten;
      }
    }
  }

  private Map<Long, Instant> taken() {
    Map<Long, Instant> batch = new HashMap<>();
    for (Map.Entry<Long, Instant> entry : newest.entrySet().stream().limit(BATCH).toList()) {
      if (newest.remove(entry.getKey(), entry.getValue())) {
        batch.put(entry.getKey(), entry.getValue());
      }
    }
    return batch;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
