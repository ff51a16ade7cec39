package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.supercargo.audit.Actor;
import org.supercargo.node.Round;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Run;
import org.supercargo.timer.Timers;

/**
 * Looks every few seconds what keys this node has, tells the others, and does what has to be done
 * next: whoever comes first does it, and a node that dies is made up for by any other.
 */
@ApplicationScoped
class KeyWatch implements Round {
  private static final Logger LOG = System.getLogger(KeyWatch.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** What could not be sealed anew is tried again after that. */
  private static final Duration REST = Duration.ofMinutes(5);

  @Inject KeyProviders providers;
  @Inject Register register;
  @Inject Holders holders;
  @Inject Timers timers;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject @Any Instance<SealedRows> rows;
  private volatile String told = "";

  @Override
  public String name() {
    return "the look at master keys";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    try {
      look();
      told = "";
    } catch (NotOpened missing) {
      tell(String.valueOf(missing.getMessage()));
      return;
    }
    if (settings.get(Keys.TIMERS_HERE) && isDue()) {
      timers.runNow(Rewrapping.NAME, new Actor(Rewrapping.NAME, null));
    }
  }

  void look() {
    providers.refresh();
    TreeSet<String> known = new TreeSet<>(providers.known());
    holders.report(known, rows.stream().mapToLong(SealedRows::oldEntries).sum());
    register.advance();
    providers.retire(
        register.all().stream()
            .filter(key -> key.state() == KeyState.RETIRED)
            .map(MasterKey::id)
            .collect(Collectors.toSet()));
  }

  /** Once, not every few seconds; readiness says it all the time. */
  private void tell(String trouble) {
    if (!trouble.equals(told)) {
      LOG.log(Level.ERROR, "the master keys do not fit: {0}", trouble);
      told = trouble;
    }
  }

  private boolean isDue() {
    Instant since = workSince();
    if (since.isAfter(clock.instant())) {
      return false;
    }
    List<Run> last = timers.runs(Rewrapping.NAME, 1);
    return last.isEmpty() || isToBeRepeated(last.getFirst(), since);
  }

  /** When the newest piece of work came; far in the future when there is none. */
  private Instant workSince() {
    String sealing = register.sealing();
    Instant since = Instant.MAX;
    if (rows.stream().anyMatch(kept -> !kept.areAllSealedBy(sealing))) {
      since = promotedAt(sealing);
    }
    for (MasterKey key : register.all()) {
      Instant over = key.since().plus(Register.AFTERLIFE);
      if (register.isOver(key) && (since.equals(Instant.MAX) || over.isAfter(since))) {
        since = over;
      }
    }
    return since;
  }

  private Instant promotedAt(String sealing) {
    return register.all().stream()
        .filter(key -> key.id().equals(sealing))
        .map(MasterKey::since)
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  private boolean isToBeRepeated(Run last, Instant since) {
    return switch (last.outcome()) {
      // Its node may have died: the lease knows.
      case RUNNING, ABANDONED -> true;
      case DONE, FAILED ->
          last.startedAt().isBefore(since) || clock.instant().isAfter(last.startedAt().plus(REST));
    };
  }
}
