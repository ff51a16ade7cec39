package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens are in danger: the frame tells, the list tells more, and it ends by itself or by hand. */
class AlertsIT extends InBrowser {
  @Test
  void countsInTheFrameAndIsListedUntilSomebodySaysDone() {
    Administrator admin = endangered();
    assertThat(admin.browser().at("badge-count")).hasText("1");
    admin.browser().clicks("badge-link");
    assertThat(rows(admin)).hasCount(1);
    assertThat(rows(admin)).containsText("Ends within 7 days");
    assertThat(rows(admin)).containsText("A1B2C3");
    assertThat(rows(admin)).containsText("<i>Dock</i> & Co");
    admin.browser().letsBeAnswered(() -> admin.browser().clicks("alerts:table:0:done"));
    assertThat(admin.isTold()).contains("The alert is closed");
    assertThat(rows(admin)).containsText("Nothing needs anybody");
    assertThat(admin.browser().at("badge-count")).hasText("0");
    admin.browser().at("alerts:open").selectOption("false");
    assertThat(rows(admin)).containsText("Done by admin");
    Night.passes(admin, installation());
    assertThat(admin.browser().at("badge-count")).hasText("0");
  }

  @Test
  void showsAnAuditorWhatAnAdministratorHasToDoAndAShipperNothing() {
    Administrator admin = endangered();
    Visitor auditor = Staff.signsIn(visitor(), Staff.hires(admin.browser(), "AUDITOR"));
    auditor.opens("/alerts");
    assertThat(rows(Administrator.at(auditor))).containsText("Ends within 7 days");
    assertThat(auditor.page().locator("[id$=':done'], [id$=':regenerate']")).hasCount(0);
    Map<String, String> done = Map.of("alerts:table:0:done", "alerts:table:0:done");
    assertThat(Forgery.posts(auditor, "/alerts", "alerts", done)).isLessThan(500);
    assertThat(installation().asks("select id from alert where closed_at is null")).hasSize(1);
    Visitor shipper = Staff.signsIn(visitor(), Staff.hires(admin.browser(), "SHIPPER"));
    assertThat(shipper.at("badge-link")).hasCount(0);
    String alerts = installation().server().uri() + "/alerts";
    assertThat(shipper.page().navigate(alerts).status()).isEqualTo(403);
  }

  @Test
  void leadsThroughTheSignInStraightToRegenerateTokensAndEndsByItself() {
    endangered();
    Object account = installation().asks("select id from carrier_account").getFirst().get("id");
    Visitor other = visitor();
    other.opens("/account?id=" + account + "&do=regenerate");
    other.awaits("sign-in:name");
    Staff.tries(other, "admin", org.supercargo.stage.Settings.ADMIN_PASSWORD);
    assertThat(other.awaits("consent-words")).containsText("A1B2C3");
    Administrator admin = Administrator.at(other).leavesForUps().consentsAs("alice");
    assertThat(other.awaits("account:result")).containsText("Tokens regenerated");
    assertThat(other.at("badge-count")).hasText("0");
    other.opens("/alerts");
    other.at("alerts:open").selectOption("false");
    assertThat(rows(admin)).containsText("The tokens were renewed");
  }

  @Test
  void tellsTheRecipientsThatAnAdministratorNamesForAnAccount() {
    Administrator admin = endangered();
    Object account = installation().asks("select id from carrier_account").getFirst().get("id");
    Visitor browser = admin.browser();
    browser.opens("/account?id=" + account);
    browser.types("account:recipients", "dock@example.com, nobody");
    browser.letsBeAnswered(() -> browser.clicks("account:recipients-save"));
    assertThat(browser.at("account:recipients-message")).containsText("nobody");
    browser.types("account:recipients", "dock@example.com; night@example.com");
    browser.letsBeAnswered(() -> browser.clicks("account:recipients-save"));
    assertThat(admin.isTold()).contains("The recipients are saved");
    Visitor auditor = Staff.signsIn(visitor(), Staff.hires(browser, "AUDITOR"));
    auditor.opens("/account?id=" + account);
    assertThat(auditor.at("recipients-read")).hasText("dock@example.com, night@example.com");
  }

  /** An account whose tokens end in five days, the night after. */
  private Administrator endangered() {
    Administrator admin = administrator().comesBackFromUps("alice");
    admin.submits(Form.of("A1B2C3").with("nickname", "<i>Dock</i> & Co"));
    admin.browser().awaits("registered-number");
    installation().does("update carrier_grant set dies_at = current_timestamp + interval '5' day");
    Night.passes(admin, installation());
    return admin;
  }

  private static Locator rows(Administrator admin) {
    return admin.page().locator("[id='alerts:table_data'] tr");
  }
}
