package org.supercargo.shipping.gate;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;
import org.supercargo.node.Figures;

/** How many stand at all gates of this node, and how many went away unserved since its start. */
final class Traffic {
  private final Map<Lane, LongAdder> waiting = new EnumMap<>(Lane.class);
  private final Map<Lane, Counter> sentAway = new EnumMap<>(Lane.class);

  Traffic(Figures figures) {
    for (Lane lane : Lane.values()) {
      waiting.put(lane, new LongAdder());
      sentAway.put(
          lane,
          figures.counter(
              "gate_sent_away",
              "Calls that were not made, for want of a turn or of a carrier",
              "lane",
              lane.name().toLowerCase(Locale.ROOT)));
    }
  }

  void came(Lane lane) {
    waiting(lane).increment();
  }

  /**
   * @param served whether it got in
   */
  void left(Lane lane, boolean served) {
    waiting(lane).decrement();
    if (!served) {
      Objects.requireNonNull(sentAway.get(lane)).inc();
    }
  }

  LongAdder waiting(Lane lane) {
    return Objects.requireNonNull(waiting.get(lane));
  }

  long sentAway(Lane lane) {
    return Objects.requireNonNull(sentAway.get(lane)).getCount();
  }
}
