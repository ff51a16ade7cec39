package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The nightly check, run when a test wants it. */
final class Night {
  private static final String RUNNING =
      "select id from timer_run where timer = 'nightly-check' and ended_at is null";
  private static final String RUNS =
      "select id from timer_run where timer = 'nightly-check' and started_by = 'admin'";

  private Night() {}

  /** Run now at Timers, and the wait for its end. */
  static void passes(Administrator admin, Installation installation) {
    Visitor browser = admin.browser();
    browser.awaitsThat("no run is under way", () -> installation.asks(RUNNING).isEmpty());
    int before = installation.asks(RUNS).size();
    browser.opens("/timers");
    Locator night = admin.page().locator("section:has(h2:text-is('Nightly check'))");
    night.locator("[id$=':run']").click();
    admin.page().getByText("It runs now.").first().waitFor();
    browser.awaitsThat(
        "the run has ended",
        () -> installation.asks(RUNS + " and ended_at is not null").size() > before);
    browser.opens("/timers");
    Locator newest = night.locator("[id$=':table_data'] tr").first();
    assertThat(newest).containsText("Done");
    assertThat(newest).containsText("admin");
  }
}
