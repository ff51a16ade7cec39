package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search by which an account is chosen, on Ship and wherever else one is. */
class ChooseAccountIT extends InBrowser {
  private static final String FIELD = "ship:account";

  private Visitor browser;

  @Test
  void isChosenAlreadyWhereThereIsOne() {
    browser = administrator().hasConnected("alice", "A1B2C3").browser();
    for (String field :
        List.of("/ship ship:account", "/rates ship:account", "/batches upload:account")) {
      browser.opens(field.split(" ")[0]);
      assertThat(browser.at(field.split(" ")[1] + "_input")).hasValue("A1B2C3 — Main warehouse");
    }
    browser.opens("/track");
    assertThat(browser.at("track:account_input")).hasValue("A1B2C3 — Main warehouse");
    browser.opens("/location");
    assertThat(browser.at("location:account_input")).hasValue("");
  }

  @Test
  void isChosenByKeysAloneAndThePageFollows() {
    opensShip();
    browser.page().keyboard().press("ArrowDown");
    assertThat(offers().first()).hasAttribute("aria-selected", "true");
    assertThat(offers().first()).containsText(text());
    String second = offers().nth(1).textContent();
    browser.page().keyboard().press("ArrowDown");
    browser.letsBeAnswered(() -> browser.page().keyboard().press("Enter"));
    assertThat(second).startsWith(text() + " · Company ");
    String company = second.substring(second.indexOf("Company"));
    assertThat(browser.page().locator("#main")).containsText(company + ", 75 Harbor Street");
    assertThat(input()).isFocused();
    browser.page().keyboard().press("Tab");
    assertThat(browser.at("ship:elsewhere")).isFocused();
    // Once more, as the page was rendered anew meanwhile.
    browser.finds(FIELD, "N00009");
    assertThat(input()).hasValue("N00009 — Warehouse 71271");
  }

  @ParameterizedTest
  @CsvSource({"0009,N00009", "WAREHOUSE 71271,N00009", "company 9,N00009", "ÜBERSEE,N00005"})
  void isFoundByAPartOfNumberNicknameOrCompany(String typed, String number) {
    opensShip();
    installation()
        .does(
            "update carrier_account set nickname = 'Überseehafen', nickname_key = 'überseehafen'"
                + " where number = 'N00005'");
    browser.looksFor(FIELD, typed);
    assertThat(offers().first()).containsText(number);
    browser.letsBeAnswered(() -> browser.page().keyboard().press("Enter"));
    assertThat(input()).hasValue(Pattern.compile("^" + number + " — .*"));
  }

  @Test
  void staysWhenTheListIsLeftWithoutAChoice() {
    opensShip();
    String before = text();
    browser.looksFor(FIELD, "N00009");
    browser.page().keyboard().press("Escape");
    assertThat(input()).hasValue(before);
    assertThat(browser.at(FIELD + "_panel")).isHidden();
    browser.at(FIELD + "_button").click();
    assertThat(offers().first()).containsText(before);
    assertThat(input()).isFocused();
    browser.page().keyboard().press("Tab");
    browser.letsThePageSettle();
    assertThat(input()).hasValue(before);
    input().dispatchEvent("paste");
    input().fill("");
    browser.letsBeAnswered(() -> browser.page().keyboard().press("Tab"));
    assertThat(input()).hasValue(before);
  }

  @Test
  void isTakenFromAPastedNumberOrItIsSaidWhyNot() {
    opensShip();
    leaves("n00008");
    assertThat(input()).hasValue(Pattern.compile("^N00008 — .*"));
    leaves("N00003");
    assertThat(message()).containsText("N00003 can’t be used now: Needs consent.");
    leaves("N0000A");
    assertThat(message()).containsText("No account that can be used matches “N0000A”");
    leaves("Company");
    assertThat(message()).containsText("Several accounts match “Company”");
    browser.looksFor(FIELD, "N00003");
    assertThat(browser.at(FIELD + "_panel")).hasText("No account that can be used matches this.");
    assertThat(offers()).hasCount(0);
  }

  @Test
  void isRefusedWhereTheBrowserSaysWhatCantBeChosen() {
    opensShip();
    forges("#999999999");
    assertThat(message()).containsText("not known");
    String useless = "select id from carrier_account where number = 'N00003'";
    forges("#" + installation().asks(useless).getFirst().get("id"));
    assertThat(message()).containsText("N00003 can’t be used now");
    forges("9");
    assertThat(message()).containsText("Several accounts match “9”");
    assertThat(ups().count("rate")).isZero();
  }

  @Test
  void isLeftOutWhereNoneIsNeeded() {
    installation().loadsAccounts(40);
    browser = administrator().browser();
    browser.opens("/batches");
    assertThat(browser.at("upload:account_input")).not().hasValue("");
    browser.at("upload:account_button").click();
    Locator none = browser.at("upload:account_panel").getByText("Each row names its own");
    browser.letsBeAnswered(() -> none.click());
    assertThat(browser.at("upload:account_input")).hasValue("");
    assertThat(browser.at("upload:account_input"))
        .hasAttribute("placeholder", "Each row names its own");
  }

  private void opensShip() {
    installation().loadsAccounts(40);
    browser = administrator().browser();
    Shipper.at(browser).opensShip();
    input().focus();
  }

  /** Types faster than anything is found, and goes on. */
  private void leaves(String typed) {
    input().dispatchEvent("paste");
    input().fill(typed);
    browser.letsBeAnswered(() -> browser.page().keyboard().press("Tab"));
  }

  private void forges(String choice) {
    browser.at(FIELD + "_hinput").evaluate("(it, value) => { it.value = value; }", choice);
    browser.letsBeAnswered(() -> browser.clicks("ship:ask"));
  }

  private Locator input() {
    return browser.at(FIELD + "_input");
  }

  private String text() {
    return input().inputValue();
  }

  private Locator message() {
    return browser.at(FIELD + "-message");
  }

  private Locator offers() {
    return browser.at(FIELD + "_panel").locator("[role=option]");
  }
}
