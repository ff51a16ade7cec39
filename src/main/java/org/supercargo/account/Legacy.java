package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierAccounts;

/** Accounts that were registered before OAuth. */
@ApplicationScoped
@Transactional
class Legacy {
  @Inject AccountRows accounts;
  @Inject CarrierAccounts carrier;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Whether there has never been an account, not even a deleted one. */
  boolean isFirst() {
    return accounts.isEmpty();
  }

  long add(AccountDetails details, Actor who) {
    return accounts
        .living(carrier.carrier(), details.number())
        .map(CarrierAccount::id)
        .orElseGet(() -> added(details, who));
  }

  private long added(AccountDetails details, Actor who) {
    CarrierAccount account =
        accounts.keep(new CarrierAccount(carrier.carrier(), details, clock.instant()));
    audit.write(
        who,
        AuditAction.ACCOUNT_ADDED,
        Outcome.DONE,
        account.subject(),
        account.id(),
        account.summary());
    return account.id();
  }
}
