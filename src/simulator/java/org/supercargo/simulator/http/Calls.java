package org.supercargo.simulator.http;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book of calls: all are counted, the last ones of each operation are kept whole. */
public final class Calls {
  private static final int KEPT = 200;

  private final Map<String, Deque<Numbered>> last = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();
  private long total;

  private record Numbered(long number, Call call) {}

  synchronized void add(Call call) {
    counts.merge(call.operation(), 1L, Long::sum);
    Deque<Numbered> kept = last.computeIfAbsent(call.operation(), name -> new ArrayDeque<>());
    kept.add(new Numbered(++total, call));
    if (kept.size() > KEPT) {
      kept.remove();
    }
  }

  public synchronized long count(Optional<String> operation) {
    return operation.map(name -> counts.getOrDefault(name, 0L)).orElse(total);
  }

  public synchronized List<Call> last(Optional<String> operation) {
    return last.entrySet().stream()
        .filter(entry -> operation.isEmpty() || operation.get().equals(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .sorted(Comparator.comparingLong(Numbered::number))
        .map(Numbered::call)
        .toList();
  }

  public synchronized void clear() {
    last.clear();
    counts.clear();
    total = 0;
  }
}
