package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeleteAccountIT extends InBrowser {
  @Test
  void asksByNameThenDestroysTheTokensAtOnce() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");

    admin.opensAccounts().chooses("A1B2C3", "delete");
    admin.browser().awaits("deletion-form:ok");
    assertThat(admin.page().locator("#deletion").innerText())
        .contains("A1B2C3", "Main warehouse", "tokens are destroyed at once");
    admin.browser().clicks("deletion-form:cancel");
    assertThat(admin.opensAccounts().row("A1B2C3").count()).isEqualTo(1);

    admin.deletes("A1B2C3");
    assertThat(admin.isTold()).contains("A1B2C3 is deleted");
    assertThat(sealed()).isZero();
    assertThat(installation().asks("select 1 from grant_event where kind = 'DELETED'")).hasSize(1);
    assertThat(installation().asks("select 1 from audit_entry where action = 'ACCOUNT_DELETED'"))
        .isNotEmpty();
  }

  @Test
  void keepsTheTokensWhileAnotherNumberNeedsThem() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-another");
    admin.submits(Form.of("001234").with("accountPostalCode", "10036"));
    admin.browser().awaits("registered-number");

    admin.opensAccounts().deletes("A1B2C3");
    assertThat(sealed()).isEqualTo(1);
    assertThat(admin.opensAccounts().readsRow("001234")).contains("Yes", "Connected");
    admin.deletes("001234");
    assertThat(sealed()).isZero();
  }

  @Test
  void letsTheSameNumberBeAddedAgain() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensAccounts();
    admin.deletes("A1B2C3");
    admin.connects("alice", "A1B2C3");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected");
  }

  private int sealed() {
    return installation()
        .asks("select 1 from carrier_grant where sealed_access is not null")
        .size();
  }
}
