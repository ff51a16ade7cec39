package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sixty days in a minute: the whole installation and UPS are moved through time together. */
class ExpiryIT extends WithVisitors {
  private static Installation own;

  @BeforeAll
  static void start() {
    own = Installation.onPostgres("expiry");
    // Only a demo may have another time; no tick of its own comes in between.
    own.with("supercargo.demo", "true")
        .with("supercargo.timers.on-this-node", "false")
        .with("supercargo.nightly.keep-alive-days", "0")
        .starts();
  }

  @AfterAll
  static void close() {
    own.close();
  }

  @Override
  protected Installation installation() {
    return own;
  }

  @Test
  void warnsThenExpiresThenHealsByNewTokens() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-another");
    admin.submits(Form.of("001234").with("accountPostalCode", "10036"));
    admin.browser().awaits("registered-number");
    admin.connects("dave", "D4V300");
    assertThat(admin.opensAccounts().onAccounts("attention").innerText()).isBlank();

    admin = after(Duration.ofDays(50));
    Night.passes(admin, own);
    assertThat(admin.opensAccounts().onAccounts("attention").innerText()).contains("3 Expiring");
    assertThat(admin.readsRow("A1B2C3")).contains("Yes", "Expiring", "9");

    admin = after(Duration.ofDays(61));
    Night.passes(admin, own);
    assertThat(admin.opensAccounts().onAccounts("attention").innerText()).contains("3 Expired");
    assertThat(admin.readsRow("001234")).contains("Expired", "0");

    admin.chooses("A1B2C3", "regenerate").leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("account:result").innerText()).contains("Tokens regenerated");
    assertThat(admin.page().locator("[id$='timeline']").innerText())
        .contains("Issued", "Expiring", "Expired", "Regenerated");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected", "59");
    assertThat(admin.readsRow("001234")).contains("Yes", "Connected", "59");
    admin.onAccounts("attention-expired").click();
    assertThat(admin.onAccounts("attention-expired")).hasText("1 Expired");
    assertThat(admin.onAccounts("table_data").locator("tr")).hasCount(1);
    assertThat(admin.readsRow("D4V300")).contains("Expired");
  }

  /** Everybody has slept for so long, counted from today. */
  private Administrator after(Duration sleep) {
    own.with("supercargo.clock.offset", sleep.toString()).server().restarts();
    ups().skewsClock(sleep);
    return administrator();
  }
}
