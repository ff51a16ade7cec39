package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Keyring.Key;

class ApiKeysIT extends InBrowser {
  @Test
  void showsAKeyOnceAndItOpensWhatIsTicked() {
    Visitor admin = Staff.admin(visitor());
    Key key = Keyring.makes(admin, "ACCOUNTS_READ", "RATES");

    assertThat(key.key()).matches("supercargo_\\w{54}");
    assertThat(Program.of(installation(), key.key()).gets("/api/v1/accounts").status())
        .isEqualTo(200);
    admin.opens("/api-keys");
    assertThat(admin.page().content())
        .contains(key.name(), key.key().substring(0, 19), "accounts:read")
        .doesNotContain(key.key());
    assertThat(installation().server().said()).doesNotContain(key.key());
  }

  @Test
  void endsAKeyForGood() {
    Visitor admin = Staff.admin(visitor());
    Key key = Keyring.makes(admin, "ACCOUNTS_READ");
    Keyring.revokes(admin, key.name());

    assertThat(admin.at("messages")).containsText("is revoked");
    assertThat(admin.at("keys:table")).containsText("Revoked");
    assertThat(admin.at("keys:table:0:revoke")).isHidden();
    assertThat(Program.of(installation(), key.key()).gets("/api/v1/accounts").status())
        .isEqualTo(401);
    admin.opens("/audit");
    assertThat(admin.page().locator("#main")).containsText("API key revoked");
    assertThat(admin.page().locator("#main")).containsText("API key " + key.name());
  }

  @Test
  void saysWhatIsWrongBesideTheField() {
    Visitor admin = Staff.admin(visitor());
    Keyring.opensBox(admin);
    admin.types("making:name", "no blanks please");
    admin.letsBeAnswered(() -> admin.clicks("making:ok"));
    assertThat(admin.at("making:name-message")).containsText("beginning with a letter or digit");
    admin.types("making:name", "good");
    Keyring.ticks(admin);
    admin.letsBeAnswered(() -> admin.clicks("making:ok"));
    assertThat(admin.at("making:scopes-message")).containsText("at least one thing");
    Keyring.ticks(admin, "RATES");
    admin.types("making:numbers", "NOSUCH");
    admin.letsBeAnswered(() -> admin.clicks("making:ok"));
    assertThat(admin.at("making:numbers-message")).containsText("no account of the number NOSUCH");
    admin.types("making:numbers", "");
    admin.types("making:per-minute", "0");
    admin.letsBeAnswered(() -> admin.clicks("making:ok"));
    assertThat(admin.at("making:per-minute-message")).containsText("from 1 to 100000");
  }

  @Test
  void letsAnAuditorLookAndNotTouch() {
    Visitor admin = Staff.admin(visitor());
    Key key = Keyring.makes(admin, "RATES");
    Visitor auditor = Staff.signsIn(visitor(), Staff.hires(admin, "AUDITOR"));
    auditor.opens("/api-keys");

    assertThat(auditor.at("keys:table")).containsText(key.name());
    assertThat(auditor.at("keys:make")).isHidden();
    assertThat(auditor.page().locator("[id$=':revoke']")).hasCount(0);
    for (String form : new String[] {"making", "revoking"}) {
      Map<String, String> forged =
          Map.of(
              form + ":ok",
              form + ":ok",
              form + ":name",
              "forged",
              form + ":scopes",
              "RATES",
              form + ":days",
              "30",
              form + ":per-minute",
              "60",
              form + ":key",
              "1");
      assertThat(Forgery.posts(auditor, "/api-keys", form, forged)).as(form).isEqualTo(403);
    }
    assertThat(installation().asks("select id from api_key where name = 'forged'")).isEmpty();
  }

  @Test
  void isKeptFromAShipper() {
    Visitor shipper = Staff.signsIn(visitor(), Staff.hires(Staff.admin(visitor()), "SHIPPER"));
    for (String page : new String[] {"/api-keys", "/api-keys.xhtml"}) {
      assertThat(shipper.page().navigate(installation().server().uri() + page).status())
          .as(page)
          .isEqualTo(403);
    }
  }
}
