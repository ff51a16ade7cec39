package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.Readiness;
import org.supercargo.audit.Actor;

/** The keys that everything is sealed with: what there is, and a new one. */
@ApplicationScoped
public class MasterKeys {
  private static final Logger LOG = System.getLogger(MasterKeys.class.getName());

  @Inject Register register;
  @Inject Holders holders;
  @Inject KeyWatch watch;
  @Inject @Readiness SealingHealth health;
  @Inject @Any Instance<SealedRows> rows;

  /** Every key that this installation has known, newest first. */
  public List<KeyView> all() {
    Map<String, Long> counts = counts();
    List<Holders.Holder> living = holders.living();
    return register.all().stream().map(key -> view(key, counts, living)).toList();
  }

  /** How far the sealing anew has come, over all nodes. */
  public Rotation rotation() {
    Map<String, Long> counts = counts();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long done = register.current().map(key -> counts.getOrDefault(key, 0L)).orElse(0L);
    return new Rotation(all, done, counts.getOrDefault(SealedRows.DIRECT, 0L));
  }

  /**
   * Asks for a new key. It is made here where that is the application's to do, spreads to all
   * nodes, then seals; what is there is sealed anew in the background. Nothing waits for it.
   */
  public RotationAnswer rotate(Actor who) {
    try {
      if (isUnderWay(register.sealing())) {
        return RotationAnswer.UNDER_WAY;
      }
      if (register.add(who).isEmpty()) {
        return RotationAnswer.BY_HAND;
      }
      watch.go();
      return RotationAnswer.BEGUN;
    } catch (NotOpened missing) {
      LOG.log(Level.WARNING, "no new master key: {0}", missing.getMessage());
      return RotationAnswer.KEYS_MISSING;
    }
  }

  /** What keeps this node from opening what is sealed; empty when all is well. */
  public Optional<String> problem() {
    return health.problem();
  }

  private boolean isUnderWay(String sealing) {
    return register.all().stream().anyMatch(key -> key.state() == KeyState.SPREADING)
        || rows.stream().anyMatch(kept -> !kept.areAllSealedBy(sealing));
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    rows.forEach(
        kept -> kept.countByKey().forEach((key, many) -> counts.merge(key, many, Long::sum)));
    return counts;
  }

  private static KeyView view(
      MasterKey key, Map<String, Long> counts, List<Holders.Holder> living) {
    List<String> missing =
        key.state() == KeyState.RETIRED
            ? List.of()
            : living.stream()
                .filter(holder -> !holder.keys().contains(key.id()))
                .map(Holders.Holder::node)
                .toList();
    long seals = counts.getOrDefault(key.id(), 0L);
    return new KeyView(key.id(), key.state(), key.since(), seals, missing);
  }
}
