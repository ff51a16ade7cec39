package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supercargo.custody.DataKey;
import org.supercargo.custody.KeysAway;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.SealedRows;
import org.supercargo.custody.Sealer;
import org.supercargo.custody.Wrapped;
import org.supercargo.timer.Lease;

/** The vault's grants as those see them who care for the master keys. */
@ApplicationScoped
class SealedGrants implements SealedRows {
  private static final Logger LOG = System.getLogger(SealedGrants.class.getName());

  @Inject private SealedGrantSteps steps;
  @Inject private Sealer sealer;
  @Inject private Journal journal;

  @Override
  public Map<String, Long> countByKey() {
    return steps.countByKey();
  }

  @Override
  public boolean areAllSealedBy(String key) {
    return steps.keys().allMatch(key::equals);
  }

  @Override
  public void openNewest() {
    steps.newest().forEach(grant -> grant.tokens(sealer));
  }

  @Override
  public Batch rewrap(Set<String> old, long after, int most, Lease lease) {
    List<Grant> found = steps.sealedBy(old, after, most);
    if (found.isEmpty()) {
      return Batch.NONE_LEFT;
    }
    List<Grant> wrapped = found.stream().filter(Grant::hasOwnKey).toList();
    List<Long> direct = found.stream().filter(grant -> !grant.hasOwnKey()).map(Grant::id).toList();
    int opened = rewrapped(wrapped, lease) + (direct.isEmpty() ? 0 : steps.reseal(direct, lease));
    return new Batch(found.getLast().id(), opened, found.size() - opened);
  }

  @Override
  public long oldEntries() {
    try {
      return journal.waiting().stream().filter(this::isOld).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isOld(Request request) {
    try {
      return !DataKey.hasSealed(journal.read(request));
    } catch (IOException storedMeanwhile) {
      return false;
    }
  }

  /** All at once; when one of them does not open, each for itself. Answers how many did. */
  private int rewrapped(List<Grant> grants, Lease lease) {
    if (grants.isEmpty()) {
      return 0;
    }
    try {
      List<Wrapped> fresh =
          sealer.rewrap(
              grants.stream().map(Grant::wrappedKey).toList(),
              grants.stream().map(grant -> Places.key(grant.id())).toList());
      steps.write(grants, fresh, lease);
      return grants.size();
    } catch (KeysAway untilLater) {
      throw untilLater;
    } catch (NotOpened oneOfThem) {
      if (grants.size() == 1) {
        LOG.log(Level.ERROR, "not sealed anew: {0}", oneOfThem.getMessage());
        return 0;
      }
      return grants.stream().mapToInt(grant -> rewrapped(List.of(grant), lease)).sum();
    }
  }
}
