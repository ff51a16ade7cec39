package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegenerateTokensIT extends InBrowser {
  @Test
  void putsANewPairInForceForEveryNumberOfTheLogIn() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-another");
    admin.submits(Form.of("001234").with("accountPostalCode", "10036"));
    admin.browser().awaits("registered-number");
    Map<String, Object> before = grant();

    regenerates(admin, "A1B2C3", "alice");

    assertThat(admin.page().title()).contains("UPS Developer Kit Registration");
    assertThat(admin.browser().reads("account:result")).contains("Tokens regenerated", "001234");
    assertThat(admin.page().locator("#timeline, [id$=':timeline']").innerText())
        .contains("Issued", "Regenerated");
    assertThat(grant().get("generation")).isEqualTo(2);
    assertThat(grant().get("sealed_access")).isNotEqualTo(before.get("sealed_access"));
    assertThat(admin.opensAccounts().readsRow("001234")).contains("Yes", "Connected");
  }

  @Test
  void keepsTheOldPairWhenTheWrongUpsUserConsented() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Map<String, Object> before = grant();

    regenerates(admin, "A1B2C3", "bob");

    assertThat(admin.browser().reads("account:result"))
        .contains("another profile", "A1B2C3", "Nothing was changed");
    assertThat(grant()).isEqualTo(before);
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected");
  }

  @Test
  void keepsTheOldPairWhenUpsDeniesOrCannotProve() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Map<String, Object> before = grant();

    admin.opensAccounts().chooses("A1B2C3", "regenerate").leavesForUps().deniesAtUps();
    assertThat(admin.isTold()).contains("declined at UPS");
    assertThat(grant()).isEqualTo(before);

    ups().answersNext("rate", 503, 3);
    regenerates(admin, "A1B2C3", "alice");
    assertThat(admin.browser().reads("account:result")).contains("could not be proven");
    assertThat(grant()).isEqualTo(before);

    ups().dropsPreparedAnswers();
    admin.browser().clicks("account:retry");
    admin.page().getByText("Tokens regenerated").first().waitFor();
    assertThat(grant().get("generation")).isEqualTo(2);
  }

  private static void regenerates(Administrator admin, String number, String user) {
    admin.opensAccounts().chooses(number, "regenerate").leavesForUps().consentsAs(user);
    admin.browser().awaits("account:result");
  }

  /** What is kept of the one grant in force. */
  private Map<String, Object> grant() {
    return installation()
        .asks(
            "select generation, state, encode(sealed_access, 'hex') as sealed_access,"
                + " encode(sealed_refresh, 'hex') as sealed_refresh"
                + " from carrier_grant where state in ('ACTIVE', 'EXPIRING', 'EXPIRED')")
        .getFirst();
  }
}
