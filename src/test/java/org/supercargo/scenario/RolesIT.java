package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.scenario.Staff.Hired;

/** Who manages nothing is offered nothing that changes something, nor gets it by other means. */
class RolesIT extends InBrowser {
  private static final List<String> DEEDS =
      List.of("regenerate", "connect", "verify", "delete", "another", "add");

  @ParameterizedTest
  @ValueSource(strings = {"SHIPPER", "AUDITOR"})
  void showsAccountsAndLetsNobodyChangeThemByAnyMeans(String role) {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Administrator reader = signedIn(admin, role);
    List<Map<String, Object>> before = accounts();
    assertOffersToLookOnly(reader);
    assertRefusesForgedDeeds(reader.browser(), before.getFirst().get("id").toString());
    assertThat(accounts()).isEqualTo(before);
    assertThat(ups().count("authorize")).isEqualTo(1);
    assertThat(ups().count("rate")).isEqualTo(1);
  }

  @Test
  void letsAnAuditorLookAtTimersButNotRunThem() {
    Visitor auditor = signedIn(administrator(), "AUDITOR").browser();
    auditor.opens("/timers");
    assertThat(auditor.page().locator("#main")).containsText("Nightly check");
    assertThat(auditor.page().locator("[id$=':run']")).hasCount(0);
    Map<String, String> run = Map.of("timers:each:0:run", "timers:each:0:run");
    assertThat(posts(auditor, "/timers", "timers", run)).isLessThan(500);
    assertThat(runs()).isEmpty();
  }

  @Test
  void tellsAnAuditorWhereBatchesComeFromAndNotToUploadOne() {
    Visitor auditor = signedIn(administrator(), "AUDITOR").browser();
    auditor.opens("/batches");
    assertThat(auditor.page().locator("#main")).containsText("Whoever ships can ship a whole file");
    assertThat(auditor.page().locator("input[type=file]")).hasCount(0);
    assertThat(auditor.page().locator("#main")).not().containsText("upload it");
  }

  @Test
  void letsAnAuditorLookAtKeysButNotRotateThem() {
    Visitor auditor = signedIn(administrator(), "AUDITOR").browser();
    auditor.opens("/keys");
    assertThat(auditor.page().locator("[id='keys:table_data'] tr")).not().hasCount(0);
    assertThat(auditor.page().locator("[id='keys:rotate'], [id='rotating:ok']")).hasCount(0);
    List<Map<String, Object>> before = installation().asks("select id from master_key");
    Map<String, String> rotate = Map.of("rotating", "rotating", "rotating:ok", "rotating:ok");
    assertThat(posts(auditor, "/keys", "keys", rotate)).isLessThan(500);
    assertThat(installation().asks("select id from master_key")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/timers", "/keys"})
  void keepsTheMachineRoomFromAShipper(String page) {
    Visitor shipper = signedIn(administrator(), "SHIPPER").opensAccounts().browser();
    assertThat(shipper.page().locator("a[href$='" + page + "']")).hasCount(0);
    assertThat(shipper.page().navigate(home() + page).status()).isEqualTo(403);
  }

  private static void assertOffersToLookOnly(Administrator reader) {
    reader.opensAccounts();
    assertThat(reader.readsRow("A1B2C3")).contains("Yes", "Connected", "admin");
    reader.row("A1B2C3").locator("button").click();
    Locator offered = reader.page().locator(".ui-menu-dynamic:visible .ui-menuitem-text");
    assertThat(offered).hasText(new String[] {"View"});
    assertOffersNoDeed(reader);
    offered.click();
    reader.browser().awaits("account:number");
    assertThat(reader.browser().at("account:company").inputValue()).isEqualTo("Ångström & Söhne");
    assertOffersNoDeed(reader);
  }

  private static void assertOffersNoDeed(Administrator reader) {
    for (String deed : DEEDS) {
      assertThat(reader.page().locator("body [id$=':" + deed + "']")).hasCount(0);
    }
  }

  private void assertRefusesForgedDeeds(Visitor reader, String account) {
    // Buttons that were not rendered for this person are not listened to.
    for (String button : List.of("verify", "regenerate", "delete", "connect")) {
      String id = "account:" + button;
      assertThat(posts(reader, "/account?id=" + account, "account", Map.of(id, id)))
          .isLessThan(500);
    }
    Map<String, String> deletion = Map.of("deletion-form:ok", "deletion-form:ok");
    assertThat(posts(reader, "/account", "deletion-form", deletion)).isEqualTo(403);
    assertThat(posts(reader, "/connect/ups", "consent-form", Map.of())).isEqualTo(403);
    Map<String, String> again = Map.of("purpose", "REGENERATE", "account", account);
    assertThat(posts(reader, "/connect/ups", "consent-form", again)).isEqualTo(403);
    for (String path :
        List.of("/register", "/register?account=" + account, "/connect/ups/callback?state=x")) {
      assertThat(reader.page().navigate(home() + path).status()).as(path).isEqualTo(403);
      assertThat(reader.page().locator("h1")).hasText("Not permitted");
    }
  }

  private static int posts(Visitor reader, String path, String form, Map<String, String> fields) {
    return Forgery.posts(reader, path, form, fields);
  }

  private Administrator signedIn(Administrator admin, String role) {
    Hired hired = Staff.hires(admin.browser(), role);
    return Administrator.at(Staff.signsIn(visitor(), hired));
  }

  private List<Map<String, Object>> accounts() {
    return installation().asks("select id, live_key, grant_id, version from carrier_account");
  }

  private List<Map<String, Object>> runs() {
    return installation().asks("select id from timer_run where started_by like 'p-%'");
  }

  private String home() {
    return installation().server().uri().toString();
  }
}
