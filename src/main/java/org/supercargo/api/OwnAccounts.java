package org.supercargo.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.supercargo.account.Accounts;
import org.supercargo.api.Problem.FieldError;

/** Carrier accounts that a request names: the caller's own, or none. */
@ApplicationScoped
class OwnAccounts {
  @Inject private Calling calling;
  @Inject private Accounts accounts;

  /**
   * Lets one of the caller's living accounts pass.
   *
   * @throws Refusal 422 for all others, whether they are there or not
   */
  long require(long account) {
    if (!calling.caller().maySee(account) || !accounts.isLiving(account)) {
      throw Refusal.invalid(List.of(new FieldError("/account", "There is no such account.")));
    }
    return account;
  }
}
