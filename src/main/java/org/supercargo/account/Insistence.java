package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.supercargo.custody.KeysAway;

/**
 * Runs a transactional step again for a few seconds: the database may be failing over, or the keys
 * that seal be away, just when the carrier has given tokens, or another request may have won a race
 * for the same row. Every step run here decides anew from the rows, so running one twice is
 * harmless.
 */
@ApplicationScoped
class Insistence {
  private static final Logger LOG = System.getLogger(Insistence.class.getName());
  @Inject Stubborn stubborn;

  /**
   * @throws NotStoredException when it kept failing
   */
  <T> T on(Supplier<T> step) {
    try {
      return stubborn.run(step);
    } catch (PersistenceException | TransactionalException failed) {
      LOG.log(Level.ERROR, "The database could not be written: {0}", failed.getClass().getName());
      throw new NotStoredException(failed);
    } catch (KeysAway away) {
      LOG.log(Level.ERROR, "Nothing could be sealed or opened: {0}", away.getMessage());
      throw new NotStoredException(away);
    }
  }

  /** A bean of its own, since a retry must start outside the transaction that failed. */
  @ApplicationScoped
  static class Stubborn {
    @Retry(
        maxRetries = 15,
        delay = 300,
        jitter = 100,
        maxDuration = 8_000,
        retryOn = {PersistenceException.class, TransactionalException.class, KeysAway.class})
    <T> T run(Supplier<T> step) {
      return step.get();
    }
  }
}
