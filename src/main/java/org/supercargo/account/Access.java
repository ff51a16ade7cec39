package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;

/** Whether an account may be used now, and when it was last. */
@ApplicationScoped
@Transactional
class Access {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  @PersistenceContext EntityManager rows;
  @Inject AccountRows accounts;
  @Inject Clock clock;

  /**
   * The grant to use it with.
   *
   * @throws CarrierException.ReconnectNeeded when it is deleted, has no grant or is not proven
   */
  long grantOf(long id) {
    return accounts
        .find(id)
        .filter(account -> account.isLiving() && account.isProven())
        .flatMap(CarrierAccount::grant)
        .orElseThrow(
            () ->
                new CarrierException.ReconnectNeeded(
                    new CarrierMessage("", "The account is not connected")));
  }

  /** At most once a minute and past the version, so that a busy account is not one hot row. */
  void used(long id) {
    Instant now = clock.instant();
    rows.createQuery(
            "update CarrierAccount a set a.usedAt = :now"
                + " where a.id = :id and (a.usedAt is null or a.usedAt < :before)")
        .setParameter("now", now)
        .setParameter("before", now.minus(NOTED_EVERY))
        .setParameter("id", id)
        .executeUpdate();
  }
}
