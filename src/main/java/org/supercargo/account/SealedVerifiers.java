package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supercargo.custody.KeysAway;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.SealedRows;
import org.supercargo.timer.Lease;
import org.supercargo.token.Tokens;

/** The verifiers of trips to the consent pages as those see them who care for the master keys. */
@ApplicationScoped
class SealedVerifiers implements SealedRows {
  private static final Logger LOG = System.getLogger(SealedVerifiers.class.getName());

  @Inject SealedVerifierSteps steps;
  @Inject Tokens tokens;

  @Override
  public Map<String, Long> countByKey() {
    return steps.countByKey();
  }

  @Override
  public boolean areAllSealedBy(String key) {
    return countByKey().keySet().stream().allMatch(key::equals);
  }

  @Override
  public void openNewest() {
    steps
        .newest()
        .forEach(
            attempt ->
                attempt
                    .sealedVerifier()
                    .ifPresent(kept -> tokens.openVerifier(attempt.stateHash(), kept)));
  }

  @Override
  public Batch rewrap(Set<String> old, long after, int most, Lease lease) {
    List<ConnectAttempt> found = steps.sealedBy(old, after, most);
    if (found.isEmpty()) {
      return Batch.NONE_LEFT;
    }
    int opened = found.stream().mapToInt(attempt -> isRewrapped(attempt, lease) ? 1 : 0).sum();
    return new Batch(found.getLast().id(), opened, found.size() - opened);
  }

  private boolean isRewrapped(ConnectAttempt attempt, Lease lease) {
    byte[] before = attempt.sealedVerifier().orElseThrow();
    try {
      steps.write(attempt, tokens.rewrapVerifier(attempt.stateHash(), before), lease);
      return true;
    } catch (KeysAway untilLater) {
      throw untilLater;
    } catch (NotOpened stays) {
      LOG.log(Level.ERROR, "not sealed anew: {0}", stays.getMessage());
      return false;
    }
  }
}
