package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/** Deletes an account: the row stays for its history, its tokens go when nobody else needs them. */
@ApplicationScoped
@Transactional
class Farewell {
  @Inject AccountRows accounts;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  boolean delete(long id, Actor who) {
    Optional<CarrierAccount> found = accounts.find(id);
    if (found.isEmpty()) {
      return false;
    }
    CarrierAccount account = found.get();
    accounts.lock(account);
    if (!account.isLiving()) {
      return false;
    }
    account.delete(clock.instant());
    audit.write(
        who, AuditAction.ACCOUNT_DELETED, Outcome.DONE, account.subject(), account.id(), null);
    account.grant().ifPresent(grant -> accounts.releaseUnused(grant, account, who));
    accounts.flush();
    return true;
  }
}
