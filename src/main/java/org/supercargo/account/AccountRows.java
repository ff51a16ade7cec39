package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.token.Tokens;

/**
 * Finds and locks accounts inside the caller's transaction. Locks are taken in one order: attempt,
 * grant, account.
 */
@ApplicationScoped
@Transactional
class AccountRows {
  @PersistenceContext EntityManager rows;
  @Inject Tokens tokens;
  @Inject AuditTrail audit;

  Optional<CarrierAccount> find(long id) {
    return Optional.ofNullable(rows.find(CarrierAccount.class, id));
  }

  boolean isEmpty() {
    return rows.createQuery("select a.id from CarrierAccount a", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  Optional<CarrierAccount> living(String carrier, String number) {
    return rows.createQuery(
            "select a from CarrierAccount a where a.liveKey = :key", CarrierAccount.class)
        .setParameter("key", CarrierAccount.liveKey(carrier, number))
        .getResultStream()
        .findFirst();
  }

  /** Every deleted account of a number that lives, with its heir; the last deleted first. */
  List<Succession> successions() {
    return rows.createQuery(
            "select d.id, h.id from CarrierAccount d, CarrierAccount h"
                + " where d.liveKey is null and h.liveKey is not null"
                + " and h.carrier = d.carrier and h.number = d.number order by d.id desc",
            Object[].class)
        .getResultStream()
        .map(pair -> new Succession((Long) pair[0], (Long) pair[1]))
        .toList();
  }

  /** The living accounts of a grant, by number. */
  List<CarrierAccount> livingOf(long grant) {
    return rows.createQuery(
            "select a from CarrierAccount a where a.grantId = :grant and a.liveKey is not null"
                + " order by a.number",
            CarrierAccount.class)
        .setParameter("grant", grant)
        .getResultList();
  }

  /** Locks the account's grant, then the account, and reads it again. */
  void lock(CarrierAccount account) {
    Optional<Long> grant = account.grant();
    grant.ifPresent(tokens::hold);
    rows.refresh(account, LockModeType.PESSIMISTIC_WRITE);
    if (!account.grant().equals(grant)) {
      throw new OptimisticLockException("The account moved to another grant meanwhile");
    }
  }

  CarrierAccount keep(CarrierAccount account) {
    rows.persist(account);
    rows.flush();
    return account;
  }

  void flush() {
    rows.flush();
  }

  /** Destroys the tokens of a grant that no living account uses any more. The grant is locked. */
  void releaseUnused(long grant, CarrierAccount last, Actor who) {
    rows.flush();
    if (livingOf(grant).isEmpty()) {
      tokens.forget(grant);
      audit.write(who, AuditAction.TOKENS_DESTROYED, Outcome.DONE, last.subject(), last.id(), null);
    }
  }
}
