package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Job;
import org.supercargo.timer.Lease;
import org.supercargo.timer.Nightly;

/**
 * Seals anew whatever the key that seals has not sealed, and retires the keys that nothing needs
 * any more. Every batch stands alone, so that a run may stop anywhere and the next one, on any
 * node, goes on from the rows.
 */
@ApplicationScoped
class Rewrapping implements Job {
  static final String NAME = "rotation";

  @Inject Register register;
  @Inject Holders holders;
  @Inject Settings settings;
  @Inject @Any Instance<SealedRows> rows;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Nightly when() {
    return new Nightly(settings.get(Keys.NIGHTLY_HOUR), settings.get(Keys.NIGHTLY_ZONE));
  }

  @Override
  public Map<String, Long> run(Lease lease) {
    String key = register.sealing();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("sealed anew", 0L);
    counts.put("not opened", 0L);
    for (SealedRows sealed : rows) {
      Set<String> old = new HashSet<>(sealed.countByKey().keySet());
      old.remove(key);
      if (!old.isEmpty()) {
        rewrap(sealed, old, lease, counts);
      }
    }
    lease.renew();
    counts.put("keys retired", (long) register.retire(unused()));
    return counts;
  }

  private void rewrap(SealedRows sealed, Set<String> old, Lease lease, Map<String, Long> counts) {
    int most = settings.get(Keys.BATCH_SIZE);
    long last = 0;
    while (last < Long.MAX_VALUE) {
      SealedRows.Batch batch = sealed.rewrap(old, last, most, lease);
      counts.merge("sealed anew", (long) batch.sealed(), Long::sum);
      counts.merge("not opened", (long) batch.notOpened(), Long::sum);
      last = batch.last();
    }
  }

  /** None while something is sealed without a data key: nobody has written down by which key. */
  private Set<String> unused() {
    Set<String> used =
        rows.stream()
            .flatMap(kept -> kept.countByKey().keySet().stream())
            .collect(Collectors.toSet());
    if (used.contains(SealedRows.DIRECT) || holders.oldEntries() > 0) {
      return Set.of();
    }
    Set<String> unused = new HashSet<>(register.needed());
    unused.removeAll(used);
    return unused;
  }
}
