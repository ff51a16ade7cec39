package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewAccountIT extends InBrowser {
  private static final List<String> FIELDS =
      List.of(
          "number",
          "nickname",
          "accountPostalCode",
          "company",
          "contactName",
          "title",
          "phone",
          "email",
          "addressLine1",
          "addressLine2",
          "addressLine3",
          "city",
          "postalCode");

  @Test
  void showsEverythingAndLetsNothingBeEdited() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    admin.opensAccounts().chooses("A1B2C3", "view");
    admin.browser().awaits("account:number");
    assertThat(admin.page().title()).contains("UPS Developer Kit Registration");
    assertThat(admin.page().locator("header [aria-current=page]").getAttribute("href"))
        .as("the list it belongs to")
        .endsWith("/accounts");
    assertThat(admin.page().locator("#main").innerText()).contains("Editing is not permitted");
    for (String field : FIELDS) {
      Locator input = admin.browser().at("account:" + field);
      assertThat(input.isEditable()).as(field).isFalse();
    }
    assertThat(admin.browser().at("account:accountCountry").isDisabled()).isTrue();
    assertThat(admin.browser().at("account:country").isDisabled()).isTrue();
    assertThat(admin.browser().at("account:company").inputValue()).isEqualTo("Ångström & Söhne");
    assertThat(admin.page().locator("[id$='timeline']").innerText()).contains("Issued");
    assertThat(admin.page().locator("[id$='history']").innerText()).contains("Account connected");
  }

  @Test
  void saysThatALongTimelineIsCut() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-view");
    admin.browser().awaits("timeline");
    assertThat(admin.page().locator("#main").innerText()).doesNotContain("Only the newest");
    installation()
        .does(
            "insert into grant_event (grant_id, at, kind, generation)"
                + " select id, created_at, 'REFRESHED', 1 from carrier_grant, generate_series(1, 150)");

    admin.page().reload();

    assertThat(admin.page().locator("#main").innerText()).contains("Only the newest");
    assertThat(admin.page().locator("#timeline li").count()).isBetween(100, 101);
  }

  @Test
  void tellsWhatToDoAboutANumberThatTurnedOutNotToBeHeld() {
    Administrator admin = administrator().comesBackFromUps("alice");
    ups().answersNext("rate", 503, 2);
    admin.submits(Form.of("ZZZ999"));
    admin.browser().awaits("register:keep").click();
    admin.browser().awaits("registered-view").click();
    admin.browser().awaits("timeline");
    assertThat(admin.page().locator("[id='account:unheld']").count()).isZero();
    Night.passes(admin, installation());

    admin.opensAccounts().chooses("ZZZ999", "view");

    assertThat(admin.browser().awaits("account:unheld").innerText())
        .contains("does not hold this account number", "Missing or invalid shipper number")
        .contains("ups.com", "Account and Payment Options", "Verify now");
    ups().hasUser("alice", "A1B2C3", "ZZZ999");
    admin.browser().clicks("account:verify");
    admin.page().getByText("UPS has confirmed the account").first().waitFor();
    assertThat(admin.page().locator("[id='account:unheld']").count()).isZero();
  }

  @Test
  void refusesAForgedEdit() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    admin.opensAccounts().chooses("A1B2C3", "view");
    admin.browser().awaits("account:number");
    List<Map<String, Object>> before = installation().asks("select * from carrier_account");

    // As if the read-only fields had been made editable.
    Map<String, String> edit =
        Map.of("account:company", "Somebody else", "account:number", "001234");
    Visitor clever = admin.browser();
    assertThat(Forgery.posts(clever, clever.address(), "account", edit)).isEqualTo(403);
    assertThat(installation().asks("select * from carrier_account")).isEqualTo(before);
    assertThat(installation().asks("select 1 from audit_entry where action = 'EDIT_REFUSED'"))
        .isNotEmpty();
  }

  @Test
  void offersRegenerationAndDeletion() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-view");
    admin.browser().awaits("account:regenerate").click();
    admin.leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("account:result").innerText()).contains("Tokens regenerated");
    admin.browser().clicks("account:delete");
    admin.browser().awaits("deletion-form:ok").click();
    admin.browser().letsThePageSettle();
    assertThat(admin.opensAccounts().row("A1B2C3").count()).isZero();
  }
}
