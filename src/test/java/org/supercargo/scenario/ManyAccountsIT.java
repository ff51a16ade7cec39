package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 100,000 accounts, of which a tenth is deleted, at Set Up Shipping; the times are printed. */
class ManyAccountsIT extends InBrowser {
  private static final int ALL = 100_000;
  private static final String LIVING =
      "select number from carrier_account where live_key is not null ";

  private Administrator admin;

  @AfterEach
  void forget() {
    installation().forgetsItsAccounts();
  }

  @Test
  void sortsFiltersAndPagesAsWithTen() throws IOException {
    load();
    admin = administrator();
    timed("open", () -> admin.opensAccounts());
    assertShows("order by number, id", 0);
    assertThat(reported()).isEqualTo("1–25 of 90000");

    timed("sort by nickname", () -> clicks("th:has-text('Nickname') .ui-column-title"));
    assertShows("order by nickname_key, id", 0);
    timed("sort backwards", () -> clicks("th:has-text('Nickname') .ui-column-title"));
    assertShows("order by nickname_key desc, id desc", 0);
    timed("next page", () -> clicks(".ui-paginator-next"));
    assertShows("order by nickname_key desc, id desc", 25);
    timed("last page", () -> clicks(".ui-paginator-last"));
    assertShows("order by nickname_key desc, id desc", 89_975);

    timed("search", () -> answered(() -> admin.onAccounts("search").fill("WAREHOUSE 777")));
    assertShows("and nickname_key like '%warehouse 777%' order by nickname_key desc, id desc", 0);
    String status = "Expiring";
    timed("status", () -> answered(() -> admin.onAccounts("status").selectOption(status)));
    assertThat(numbers()).isNotEmpty();
    assertThat(rows().locator("td:nth-child(6)").allInnerTexts()).containsOnly(status);

    // They fit on one page.
    assertThat(exported()).hasSize(numbers().size() + 1);
    timed("clear", () -> answered(() -> admin.onAccounts("clear").click()));
    assertThat(reported()).endsWith("of 90000");
    timed("export", () -> assertThat(exported()).hasSize(90_001));
  }

  @Test
  void choosesOneFarBehindTheFirstThousandToShipWith() {
    load();
    admin = administrator();
    Visitor browser = admin.browser();
    browser.opens("/ship");
    int far = 77_779;
    String number = "N%05X".formatted(far);
    String nickname = "Warehouse " + far * 7_919L % 100_003;
    String chosen = number + " — " + nickname;
    String part = number.substring(1).toLowerCase(Locale.ROOT);
    timed("find by number", () -> browser.finds("ship:account", part));
    assertThat(browser.at("ship:account_input")).hasValue(chosen);
    assertThat(admin.page().locator("#main")).containsText("Company 779, 75 Harbor Street");
    browser.opens("/ship");
    assertThat(browser.at("ship:account_input")).not().hasValue(chosen);
    String typed = nickname.toUpperCase(Locale.ROOT);
    timed("find by nickname", () -> browser.finds("ship:account", typed));
    assertThat(browser.at("ship:account_input")).hasValue(chosen);
    timed("find nothing", () -> browser.looksFor("ship:account", "nothing like it"));
    assertThat(browser.at("ship:account_panel")).containsText("No account that can be used");
  }

  private void load() {
    installation().loadsAccounts(ALL);
  }

  private void clicks(String selector) {
    answered(() -> admin.page().locator("#accounts " + selector).first().click());
  }

  private void answered(Runnable deed) {
    admin.browser().letsBeAnswered(deed);
  }

  private void assertShows(String order, int first) {
    String page = " limit 25 offset " + first;
    List<String> expected =
        installation().asks(LIVING + order + page).stream()
            .map(row -> (String) row.get("number"))
            .toList();
    assertThat(numbers()).as(order).isEqualTo(expected);
  }

  private Locator rows() {
    return admin.onAccounts("table_data").locator("tr");
  }

  private List<String> numbers() {
    return rows().locator(".sc-number").allInnerTexts();
  }

  /** Such as 1–25 of 90000. */
  private String reported() {
    return admin.page().locator("#accounts .ui-paginator-current").first().innerText().strip();
  }

  private List<String> exported() {
    Download file = admin.page().waitForDownload(() -> admin.onAccounts("export").click());
    try {
      return Files.readAllLines(file.path());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void timed(String deed, Runnable doing) {
    long start = System.nanoTime();
    doing.run();
    System.out.printf(
        "%,d accounts in the browser: %s %d ms%n",
        ALL, deed, (System.nanoTime() - start) / 1_000_000);
  }
}
