package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectAccountIT extends InBrowser {
  @Test
  void connectsAnAccountThroughUpsOwnPages() {
    Administrator admin = administrator();
    admin.wantsToAdd();
    assertThat(admin.page().locator("#consent").innerText()).contains("external website (UPS)");
    admin.leavesForUps();
    assertThat(admin.browser().address()).startsWith(ups().uri().toString());
    admin.consentsAs("alice");
    assertThat(admin.page().title()).contains("UPS Developer Kit Registration");
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertThat(admin.page().title()).contains("Registration Successful");
    assertThat(admin.browser().reads("registered-number")).isEqualTo("A1B2C3");
    assertThat(admin.browser().reads("registered-oauth")).isEqualTo("Yes");
    assertThat(admin.browser().reads("registered-rates")).isEqualTo("Yes");
    assertThat(admin.browser().reads("registered-until")).isNotEmpty();
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected", "admin");
  }

  @Test
  void keepsTheConsentWhenTheNumberWasWrong() {
    Administrator admin = administrator().comesBackFromUps("alice").submits(Form.of("ZZZ999"));
    admin.browser().awaits("register:not-held");
    assertThat(admin.browser().reads("register:not-held"))
        .contains("Missing or invalid shipper number", "Account and Payment Options");
    assertThat(admin.browser().at("register:company").inputValue()).isEqualTo("Ångström & Söhne");
    admin.browser().types("register:number", "A1B2C3");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(1);
    assertThat(admin.opensAccounts().row("ZZZ999").count()).isZero();
  }

  @Test
  void addsAnotherNumberOfTheSameLogInWithoutANewConsent() {
    Administrator admin = administrator().connects("alice", "A1B2C3");
    admin.browser().clicks("registered-another");
    admin.browser().awaits("register:submit");
    admin.submits(Form.of("001234").with("accountPostalCode", "10036"));
    admin.browser().awaits("registered-number");
    assertThat(admin.browser().reads("registered-number")).isEqualTo("001234");
    assertThat(ups().count("token")).isEqualTo(1);
    admin.opensAccounts();
    assertThat(admin.readsRow("A1B2C3")).contains("Yes");
    assertThat(admin.readsRow("001234")).contains("Yes");
  }

  @Test
  void saysWhenUpsGivesNoNegotiatedRates() {
    Administrator admin =
        administrator()
            .comesBackFromUps("dave")
            .submits(Form.of("D4V300").with("accountPostalCode", "60601"));
    admin.browser().awaits("registered-rates");
    assertThat(admin.browser().reads("registered-rates")).isEqualTo("No");
  }

  @Test
  void changesNothingWhenOneCancelsBeforeLeaving() {
    Administrator admin = administrator().wantsToAdd();
    admin.browser().clicks("consent-cancel");
    assertThat(admin.onAccounts("add").isVisible()).isTrue();
    assertThat(ups().count("authorize")).isZero();
  }

  @Test
  void saysThatUpsWasDenied() {
    Administrator admin = administrator().wantsToAdd().leavesForUps().deniesAtUps();
    assertThat(admin.isTold()).contains("declined at UPS", "Nothing was changed");
    assertThat(ups().count("token")).isZero();
    assertThat(admin.onAccounts("empty").isVisible()).isTrue();
  }
}
