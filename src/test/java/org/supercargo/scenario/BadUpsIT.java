package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** UPS's bad days: a clear message, nothing lost, a way to go on. */
class BadUpsIT extends InBrowser {
  @Test
  void saysSoWhenUpsFailsBeforeItsLogInPage() {
    Administrator admin = administrator();
    for (UpsFault fault : UpsFault.values()) {
      fault.befalls(ups(), "authorize");
      admin.wantsToAdd();
      admin.browser().clicks("consent-ok");
      admin.page().waitForURL("**/accounts");
      assertThat(admin.isTold())
          .as(fault.name())
          .containsAnyOf("can’t be reached", "refuses Supercargo itself");
      ups().dropsPreparedAnswers();
    }
    assertThat(admin.connects("alice", "A1B2C3").browser().reads("registered-oauth"))
        .isEqualTo("Yes");
  }

  @Test
  void saysSoWhenUpsFailsToGiveTokens() {
    Administrator admin = administrator();
    for (UpsFault fault : UpsFault.values()) {
      admin.wantsToAdd().leavesForUps();
      URI back = ups().consents(URI.create(admin.browser().address()), "alice");
      fault.befalls(ups(), "token");
      admin.browser().opens(back.toString());
      assertThat(admin.isTold())
          .as(fault.name())
          .containsAnyOf("can’t be reached", "refuses Supercargo itself", "does not accept")
          .contains("Nothing was changed");
      ups().dropsPreparedAnswers();
    }
    assertThat(installation().asks("select 1 from carrier_grant where sealed_access is not null"))
        .isEmpty();
  }

  @Test
  void losesNothingWhenUpsFailsToProveTheNumber() {
    Administrator admin = administrator().comesBackFromUps("alice").fills(Form.of("A1B2C3"));
    for (UpsFault fault : UpsFault.values()) {
      fault.befalls(ups(), "rate");
      admin.browser().letsBeAnswered(() -> admin.browser().clicks("register:submit"));
      assertThat(admin.browser().awaits("register:answer").innerText())
          .as(fault.name())
          .containsAnyOf("can’t be asked", "refuses this account", "has not enabled");
      assertThat(admin.browser().at("register:company").inputValue()).isEqualTo("Ångström & Söhne");
      ups().dropsPreparedAnswers();
    }
    assertThat(installation().asks("select 1 from carrier_account")).isEmpty();

    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(1);
  }

  @Test
  void keepsAnAccountAsNotVerifiedUntilUpsCanBeAsked() {
    Administrator admin = administrator().comesBackFromUps("alice");
    ups().answersNext("rate", 503, 9);
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("register:keep").click();
    admin.browser().awaits("registered-number");
    assertThat(admin.browser().reads("registered-oauth")).isEqualTo("No");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("No", "Not verified");
    assertThat(admin.onAccounts("attention").innerText()).contains("1", "Not verified");

    ups().dropsPreparedAnswers();
    admin.chooses("A1B2C3", "verify");
    admin.page().getByText("UPS has confirmed the account").first().waitFor();
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected");
  }

  @Test
  void saysWhatToDoWhenTheProductIsMissing() {
    Administrator admin = administrator().comesBackFromUps("alice");
    ups().enablesProducts("Tracking");
    admin.submits(Form.of("A1B2C3"));
    assertThat(admin.browser().awaits("register:not-enabled").innerText())
        .contains("Rating", "250002");
    ups().enablesProducts("Rating");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
  }
}
