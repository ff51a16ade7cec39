package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people may type at UPS Developer Kit Registration. */
class BadInputIT extends InBrowser {
  private static final String SCRIPT = "\"><img src=x onerror=hit=1>";
  private static final List<String> FREE_TEXTS =
      List.of(
          "nickname", "company", "contactName", "title", "addressLine1", "addressLine2", "city");

  @Test
  void takesANumberWithSpacesInLowerCaseOrWithLeadingZeros() {
    for (String typed : List.of("  a1b2c3 ", "0000a1b2c3")) {
      installation().forgetsItsAccounts();
      Administrator admin = administrator().connects("alice", typed);
      assertThat(admin.browser().reads("registered-number")).as(typed).isEqualTo("A1B2C3");
    }
  }

  @Test
  void refusesANumberOfWrongCharactersOrLengthWithoutAskingUps() {
    Administrator admin = administrator().comesBackFromUps("alice").fills(Form.of("A1B2C3"));
    for (String typed : List.of("A1B2C!", "A1B2C", "A1B2C3D", "1234567890", "Ä1B2C3", "A1B 2C3D")) {
      admin.browser().types("register:number", typed);
      admin.browser().clicks("register:submit");
      admin.browser().letsThePageSettle();
      assertThat(admin.browser().reads("register:number-message"))
          .as(typed)
          .containsAnyOf("Six letters and digits", "too long");
    }
    assertThat(ups().count("rate")).isZero();
  }

  @Test
  void asksForEverythingThatIsRequired() {
    Administrator admin = administrator().comesBackFromUps("alice");
    admin.browser().clicks("register:submit");
    admin.browser().letsThePageSettle();
    for (String field : List.of("number", "nickname", "company", "contactName", "city", "email")) {
      assertThat(admin.browser().reads("register:" + field + "-message"))
          .as(field)
          .contains("required");
    }
    assertThat(ups().count("rate")).isZero();
  }

  @Test
  void takesNamesOf35CharactersAndRefuses36() {
    Administrator admin = administrator().comesBackFromUps("alice");
    String full = "大田運輸".repeat(8) + "🚚é漢";
    assertThat(full.codePointCount(0, full.length())).isEqualTo(35);
    admin.submits(Form.of("A1B2C3").with("company", full + "x"));
    admin.browser().letsThePageSettle();
    assertThat(admin.browser().reads("register:company-message")).contains("at most 35 characters");
    assertThat(ups().count("rate")).isZero();
    admin.browser().types("register:company", full);
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains(full);
  }

  @Test
  void showsScriptInEveryFieldAsTheTextItIs() {
    Form form = Form.of("A1B2C3");
    for (String field : FREE_TEXTS) {
      form = form.with(field, SCRIPT);
    }
    Administrator admin = administrator().comesBackFromUps("alice").submits(form);
    admin.browser().awaits("registered-number");
    assertThat(admin.page().locator("#main").innerText()).contains(SCRIPT);
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains(SCRIPT);
    assertUnharmed(admin);
    admin.chooses("A1B2C3", "delete");
    assertThat(admin.browser().awaits("deletion-form:words").innerText()).contains(SCRIPT);
    assertUnharmed(admin);
    admin.opensAccounts().chooses("A1B2C3", "view");
    admin.browser().awaits("account:company");
    assertThat(admin.browser().at("account:company").inputValue()).isEqualTo(SCRIPT);
    assertUnharmed(admin);
    admin.browser().opens("/audit");
    assertUnharmed(admin);
  }

  @Test
  void pointsToTheAccountThatHoldsTheNumberAlready() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    admin.comesBackFromUps("alice").submits(Form.of("0000A1B2C3").with("nickname", "Twice"));
    admin.browser().awaits("register:taken");
    assertThat(admin.browser().reads("register:taken")).contains("registered already");
    admin.browser().clicks("register:taken-view");
    assertThat(admin.browser().awaits("account:nickname").inputValue()).isEqualTo("Main warehouse");
    assertThat(installation().asks("select 1 from carrier_account")).hasSize(1);
  }

  private static void assertUnharmed(Administrator admin) {
    assertThat(admin.page().evaluate("typeof hit")).isEqualTo("undefined");
    assertThat(admin.page().locator("img[src=x]").count()).isZero();
  }
}
