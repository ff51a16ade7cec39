package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.shipping.batch.Files;

/** Every page as people see it, kept as pictures below {@code target/screens}. */
class ScreensIT extends InBrowser {
  private static final Path SCREENS = Path.of("target", "screens");

  @ParameterizedTest(name = "{0} px")
  @ValueSource(ints = {360, 1280, 2560})
  void areReadableByEverybody(int width) {
    Look look = new Look(Visitor.at(installation().server().uri(), width), width);
    welcome(look.visitor());
    Administrator admin = Administrator.at(look.visitor());
    look.visitor().opens("/sign-in");
    look.isGood("sign-in");
    admin.signsIn().opensAccounts();
    look.isGood("accounts-empty");
    look.visitor().opens("/ship");
    look.isGood("ship-no-account");
    connects(admin, look);
    readsOn(admin, look);
    ships(Shipper.at(look.visitor()), look);
    located(look);
    isTold(admin, look);
    assertThat(look.visitor().console()).as("errors in the browser's console").noneMatch(isError());
  }

  private static void connects(Administrator admin, Look look) {
    admin.wantsToAdd();
    look.isGood("consent");
    admin.leavesForUps().consentsAs("alice");
    look.isGood("register");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("register:number-message");
    look.isGood("register-invalid");
    admin.submits(Form.of("ZZZ999").with("company", "W".repeat(35)));
    admin.browser().awaits("register:not-held");
    look.isGood("register-not-held");
    admin.browser().types("register:number", "A1B2C3");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    look.isGood("registered");
  }

  private static void ships(Shipper shipper, Look look) {
    look.visitor().opens("/shipments");
    look.isGood("shipments-empty");
    shipper.opensShip();
    look.isGood("ship");
    shipper.browser().at("ship:account_input").click();
    shipper.browser().at("ship:account_panel").locator("[role=option]").waitFor();
    look.isGood("ship-account");
    shipper.browser().looksFor("ship:account", "nothing like it");
    look.isGood("ship-account-none");
    shipper.opensShip().asks();
    look.isGood("ship-invalid");
    shipper.sendsTo(Shipper.someoneInMunich()).weighs(0, "3").asks();
    look.isGood("ship-abroad");
    shipper.opensShip().page().locator("summary:has-text('Return label')").click();
    shipper.enters("ship:returns", "ELECTRONIC_LABEL");
    look.isGood("ship-return");
    shipper
        .opens("/rates")
        .sendsTo(Shipper.someoneInChicago())
        .enters("ship:to:company", "W".repeat(35))
        .weighs(0, "5")
        .asks();
    look.isGood("rates");
    shipper.ships();
    look.isGood("shipment");
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("shipment:show-wire"));
    shipper.browser().clicks("shipment:void");
    shipper.browser().awaits("taking-back-form:ok");
    look.isGood("shipment-void");
    look.visitor().opens("/shipments");
    look.isGood("shipments");
    look.visitor().opens("/track");
    look.isGood("track");
  }

  private void located(Look look) {
    Visitor visitor = look.visitor();
    visitor.opens("/locations");
    look.isGood("locations-empty");
    visitor.opens("/location");
    visitor.awaits("location:keep");
    visitor.letsBeAnswered(() -> visitor.clicks("location:keep"));
    look.isGood("location-invalid");
    for (String name : List.of("Harbour", "W".repeat(60), "Yard")) {
      installation()
          .does(
              "insert into ship_location (name, name_key, account_id, company, contact_name, phone,"
                  + " address_line1, city, state, postal_code, country, active, created_at,"
                  + " version) select '%s', lower('%1$s'), %s, 'Ångström Harbour', 'Dora Dock',"
                      .formatted(name, name.equals("Yard") ? "null" : "max(id)")
                  + " '+19125550100', '1 River St', 'Savannah', 'GA', '31401', 'US', true,"
                  + " current_timestamp, 0 from carrier_account");
    }
    visitor.opens("/locations");
    look.isGood("locations");
    visitor.page().locator("a:text-is('Yard')").click();
    visitor.awaits("location:keep");
    look.isGood("location");
    Shipper.at(visitor).opensShip().enters("ship:location", "Harbour");
    look.isGood("ship-location");
    Shipper.at(visitor).enters("ship:location", "Yard");
    look.isGood("ship-location-no-account");
  }

  private void readsOn(Administrator admin, Look look) {
    admin.browser().clicks("registered-view");
    admin.browser().awaits("timeline");
    look.isGood("account");
    installation()
        .does(
            "update carrier_account set verification = 'NOT_HELD', carrier_code = '112111',"
                + " carrier_text = 'Missing or invalid shipper number'");
    admin.page().reload();
    admin.browser().awaits("account:unheld");
    look.isGood("account-unheld");
    installation()
        .does(
            "update carrier_account set verification = 'PROVEN', carrier_code = null,"
                + " carrier_text = null");
    admin.opensAccounts();
    look.isGood("accounts");
    admin.row("A1B2C3").locator("button").click();
    admin.page().locator("[id$=':view']:visible").first().waitFor();
    look.isGood("accounts-actions");
    looksAtKeys(admin.browser(), look);
    files(admin.browser(), look);
    for (String page : List.of("timers", "keys", "people", "audit", "password", "no-such-page")) {
      admin.browser().opens("/" + page);
      look.isGood(page);
    }
  }

  /** One alert of each kind, and one that somebody has seen to. */
  private void isTold(Administrator admin, Look look) {
    admin.browser().opens("/alerts");
    look.isGood("alerts-none");
    for (String kind :
        List.of(
            "APPLICATION_REFUSED", "NEEDS_ATTENTION", "NEEDS_CONSENT", "EXPIRED", "ENDS_SOON")) {
      boolean ours = kind.equals("APPLICATION_REFUSED");
      boolean says = ours || kind.startsWith("NEEDS");
      installation()
          .does(
              "insert into alert (kind, days, carrier, grant_id, generation, ends_at, why, raised_at)"
                  + " select '%s', %d, 'UPS', %s, 1, %s, %s, current_timestamp from carrier_account"
                      .formatted(
                          kind,
                          kind.equals("ENDS_SOON") ? 14 : 0,
                          ours ? "0" : "grant_id",
                          ours ? "null" : "current_timestamp + interval '13' day",
                          says ? "'Invalid Authentication Information.'" : "null"));
    }
    admin.browser().opens("/alerts");
    look.isGood("alerts");
    admin.browser().letsBeAnswered(() -> admin.browser().clicks("alerts:table:4:done"));
    admin.browser().at("alerts:open").selectOption("false");
    admin.browser().letsThePageSettle();
    look.isGood("alerts-all");
    admin.page().locator("[id$=':regenerate']").first().click();
    admin.browser().awaits("consent-ok");
    look.isGood("account-regenerate");
  }

  private static void looksAtKeys(Visitor admin, Look look) {
    admin.opens("/api-keys");
    look.isGood("api-keys");
    Keyring.opensBox(admin);
    look.isGood("api-keys-make");
    Keyring.Key key = Keyring.makesFor(admin, "A1B2C3", "600", "ACCOUNTS_READ", "RATES");
    Keyring.makes(admin, "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    Keyring.revokes(admin, key.name());
    admin.opens("/api-keys");
    look.isGood("api-keys-made");
  }

  private static void files(Visitor browser, Look look) {
    browser.opens("/batches");
    look.isGood("batches-empty");
    browser.page().locator("details > summary").click();
    look.isGood("batches-explained");
    uploads(browser, Files.of(2) + "A-3,Stork,,11 Times Sq,New York,NY,1,US,-2,stone\n");
    look.isGood("batch-wrong");
    browser.opens("/batches");
    uploads(browser, Files.of(3));
    look.isGood("batch-checked");
    browser.clicks("batch:start");
    browser.awaits("starting-form:ok");
    look.isGood("batch-starting");
    browser.clicks("starting-form:ok");
    assertThat(browser.at("batch:tag")).containsText("Done");
    browser.page().reload();
    look.isGood("batch-done");
    browser.opens("/batches");
    look.isGood("batches");
  }

  private static void uploads(Visitor browser, String file) {
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    browser.at("upload:file").setInputFiles(new FilePayload("orders.csv", "text/csv", content));
    browser.clicks("upload:go");
    browser.awaits("batch:tag");
  }

  /** A page that is missing on purpose makes the browser itself say so. */
  private static Predicate<String> isError() {
    return line -> line.startsWith("error") && !line.contains("no-such-page");
  }

  /** A window of one width, in light and in dark. */
  private record Look(Visitor visitor, int width) {
    void isGood(String name) {
      isGood(name, "light");
      if (width <= 2_000) {
        changes("dark");
        isGood(name, "dark");
        changes("light");
      }
    }

    /** Not with the mouse, which would close what is open. */
    private void changes(String look) {
      visitor.page().evaluate("document.getElementById('look').click()");
      visitor.awaitsThat("it is " + look, () -> visitor.says(IS_DRAWN_IN.formatted(look)));
    }

    private void isGood(String name, String look) {
      visitor.letsThePageStandStill();
      String file = "%s-%d-%s.png".formatted(name, width, look);
      visitor
          .page()
          .screenshot(
              new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(file)));
      assertThat(barriers(look)).as("what axe finds serious on " + file).isEmpty();
      assertThat((Boolean) visitor.page().evaluate(NO_WIDER_THAN_ITS_WINDOW))
          .as("no sideways scrolling on " + file)
          .isTrue();
    }

    /** Another look is other colours and nothing else; a very wide window shows nothing new. */
    private List<String> barriers(String look) {
      if (width > 2_000 || (width < 500 && look.equals("dark"))) {
        return List.of();
      }
      AxeBuilder axe = new AxeBuilder(visitor.page()).setLegacyMode(true);
      if (look.equals("dark")) {
        axe.withRules(List.of("color-contrast"));
      }
      return axe.analyze().getViolations().stream()
          .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
          .map(Look::said)
          .toList();
    }

    private static String said(Rule rule) {
      return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static final String IS_DRAWN_IN =
        "document.body.classList.contains('sc-%s')"
            + " && [...document.querySelectorAll('link[rel=stylesheet]')]"
            + ".every(it => it.sheet && it.sheet.href === it.href)";
    private static final String NO_WIDER_THAN_ITS_WINDOW =
        "document.documentElement.scrollWidth <= window.innerWidth";
  }
}
