package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class InstallationIT extends InBrowser {
  @Test
  void isServedAtTheRoot() {
    Visitor visitor = visitor();
    visitor.opens("/");
    assertThat(visitor.page().title()).contains("Supercargo");
  }

  @Test
  void showsTheCallbackToBeRegisteredAtUpsForCopying() {
    Administrator manager = administrator().opensAccounts();
    Visitor admin = manager.browser();
    admin.page().locator("#carrier-settings summary").click();
    String registered = installation().server().settings().value("supercargo.ups.redirect-uri");
    assertThat(admin.at("redirect-uri").inputValue()).isEqualTo(registered);

    admin.clicks("redirect-uri-copy");
    PlaywrightAssertions.assertThat(admin.at("redirect-uri-copy")).hasText("Copied");
    manager.onAccounts("search").focus();
    admin.page().keyboard().press("Control+V");
    PlaywrightAssertions.assertThat(manager.onAccounts("search")).hasValue(registered);

    Visitor shipper = visitor();
    Staff.signsIn(shipper, Staff.hires(admin, "SHIPPER")).opens("/accounts");
    assertThat(shipper.at("carrier-settings").count()).isZero();
  }

  @Test
  void isAliveButNotReadyWhileTheDatabaseIsAway() {
    installation().databaseGoesAway();
    try {
      assertThat(installation().server().status("/health/ready")).isEqualTo(503);
      assertThat(installation().server().status("/health/live")).isEqualTo(200);
    } finally {
      installation().databaseComesBack();
    }
    installation().server().awaitReady();
  }
}
