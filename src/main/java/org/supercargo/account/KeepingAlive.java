package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.timer.Lease;
import org.supercargo.token.Idle;
import org.supercargo.token.Kept;
import org.supercargo.token.Tokens;

/**
 * Refreshes what nobody uses, a few at a time, until all is done, the day's budget is spent or the
 * carrier does not answer. What is left is found again the next night.
 */
@ApplicationScoped
class KeepingAlive {
  /** Few, so that nobody who waits for a token stands behind the night's. */
  private static final int AT_ONCE = 8;

  /** A carrier that answers nothing so many times running is left alone for the night. */
  private static final int PATIENCE = 3;

  /** What breaks here says nothing of the carrier, and stands first again every night. */
  private static final int PATIENCE_WITH_US = 50;

  private static final Map<Kept, String> WORDS =
      new EnumMap<>(
          Map.of(
              Kept.REFRESHED, "kept alive",
              Kept.OVER_BUDGET, "left over budget",
              Kept.CARRIER_AWAY, "left with UPS away",
              Kept.UNCERTAIN, "left uncertain",
              Kept.REVOKED, "left revoked",
              Kept.REFUSED, "left refused",
              Kept.FAILED, "left for failures"));

  @Inject Tokens tokens;

  /** Adds to the counts how many were refreshed, and how many were left and why. */
  void all(int most, Lease lease, Map<String, Long> counts) {
    WORDS.values().forEach(words -> counts.put(words, 0L));
    Patience patience = new Patience();
    List<Idle> batch = tokens.idle(null, most);
    while (!batch.isEmpty()) {
      for (int from = 0; from < batch.size(); from += AT_ONCE) {
        List<Idle> few = batch.subList(from, Math.min(batch.size(), from + AT_ONCE));
        lease.renew();
        List<Kept> kept = tokens.keepAlive(few);
        kept.forEach(one -> count(one, 1, counts));
        Optional<Kept> end = patience.endsWith(kept);
        if (end.isPresent()) {
          count(end.get(), tokens.countIdle(few.getLast()), counts);
          return;
        }
      }
      batch = tokens.idle(batch.getLast(), most);
    }
  }

  private static void count(Kept kept, long many, Map<String, Long> counts) {
    String words = WORDS.get(kept);
    if (words != null) {
      counts.merge(words, many, Long::sum);
    }
  }

  /** Ends with an answer, and by what there is instead of one. */
  static final class Patience {
    private int silent;
    private int broken;

    /** Why it is no use to go on; empty when it is. */
    Optional<Kept> endsWith(List<Kept> kept) {
      if (kept.contains(Kept.OVER_BUDGET)) {
        return Optional.of(Kept.OVER_BUDGET);
      }
      if (kept.stream().anyMatch(Patience::isAnswer)) {
        silent = 0;
        broken = 0;
      } else if (kept.stream().allMatch(Kept.FAILED::equals)) {
        broken++;
      } else {
        silent++;
      }
      if (silent >= PATIENCE) {
        return Optional.of(Kept.CARRIER_AWAY);
      }
      return broken < PATIENCE_WITH_US ? Optional.empty() : Optional.of(Kept.FAILED);
    }

    private static boolean isAnswer(Kept kept) {
      return switch (kept) {
        case REFRESHED, REVOKED, REFUSED, USED_MEANWHILE -> true;
        case OVER_BUDGET, CARRIER_AWAY, UNCERTAIN, FAILED -> false;
      };
    }
  }
}
