package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** The nightly check, run when a test wants it. */
final class Night {
  private static final String RUNNING = "select 1 from timer_run where ended_at is null";

  private Night() {}

  /** Run now at Timers, and the wait for its end. */
  static void passes(Administrator admin, Installation installation) {
    admin.browser().opens("/timers");
    Locator night = admin.page().locator("section:has(h2:text-is('Nightly check'))");
    night.locator("[id$=':run']").click();
    admin.page().getByText("It runs now.").first().waitFor();
    while (!installation.asks(RUNNING).isEmpty()) {
      admin.page().waitForTimeout(50);
    }
    admin.browser().opens("/timers");
    assertThat(night.locator("[id$=':table_data'] tr").first().innerText())
        .contains("Done", "admin");
  }
}
