package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;
import org.supercargo.stage.Settings;

class SignInIT extends InBrowser {
  @Test
  void leadsOnToThePageFirstAskedForWithItsQuery() {
    Visitor admin = visitor();
    admin.opens("/audit?one=1&two=%2F2");

    assertThat(admin.page()).hasURL(Pattern.compile("/sign-in$"));
    Staff.tries(admin, "admin", Settings.ADMIN_PASSWORD);

    admin.awaits("audit:table");
    assertThat(admin.page()).hasURL(Pattern.compile("/audit\\?one=1&two=%2F2$"));
  }

  @Test
  void neverLeadsToAnotherSite() {
    Visitor admin = visitor();
    admin.page().navigate(installation().server().uri() + "//supercargo.example/x");
    if (!admin.address().endsWith("/sign-in")) {
      admin.opens("/sign-in");
    }
    Staff.tries(admin, "admin", Settings.ADMIN_PASSWORD);

    assertThat(admin.page()).not().hasURL(Pattern.compile("/sign-in$"));
    assertThat(admin.address()).startsWith(installation().server().uri().toString());
  }

  @Test
  void givesTheSessionANewIdInACookieThatNoScriptSees() {
    Visitor admin = visitor();
    admin.opens("/sign-in");
    Cookie before = session(admin);
    Staff.tries(admin, "admin", Settings.ADMIN_PASSWORD);
    admin.awaits("signOutForm:signOut");
    Cookie after = session(admin);

    assertThat(after.value).isNotEqualTo(before.value);
    assertThat(after.httpOnly).isTrue();
    assertThat(after.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(admin.address()).doesNotContain("jsessionid").doesNotContain(after.value);
    assertThat((String) admin.page().evaluate("document.cookie")).doesNotContain(after.value);
  }

  @Test
  void slowsGuessesDownInTheSameWordsForNamesThatNobodyHas() {
    Hired known = Staff.hires(Staff.admin(visitor()), "SHIPPER");

    List<String> ofKnown = sixWrong(known.name());
    installation().forgetsItsAccounts();
    List<String> ofUnknown = sixWrong("nobody-has-this");

    assertThat(ofUnknown).isEqualTo(ofKnown);
    assertThat(ofKnown.subList(0, 5)).containsOnly("The name or the password is wrong.");
    assertThat(ofKnown.get(5)).isEqualTo("Too many wrong passwords. Try again in 1 minute.");
  }

  @Test
  void slowsTheAddressDownForOtherNamesToo() {
    sixWrong("nobody-has-this");
    Visitor admin = visitor();
    admin.opens("/sign-in");
    Staff.tries(admin, "admin", Settings.ADMIN_PASSWORD);

    assertThat(admin.at("messages")).containsText("Too many wrong passwords");
  }

  @Test
  void remembersWrongPasswordsOverARestart() {
    sixWrong("nobody-has-this");
    // A restart on a busy machine takes longer than the first delay.
    installation()
        .does("update sign_in_delay set blocked_until = blocked_until + interval '10' minute");
    installation().server().restarts();
    Visitor guesser = visitor();
    guesser.opens("/sign-in");
    Staff.tries(guesser, "nobody-has-this", "wrong");

    assertThat(guesser.at("messages")).containsText("Too many wrong passwords");
  }

  @Test
  void wantsAMadePasswordChangedBeforeAnythingElse() throws Exception {
    Hired person = Staff.hires(Staff.admin(visitor()), "SHIPPER");
    must(person.name());
    Visitor visitor = visitor();
    visitor.opens("/password?first=1");
    Staff.tries(visitor, person.name(), person.password());
    visitor.awaits("password:change");

    visitor.opens("/accounts");
    assertThat(visitor.page()).hasURL(Pattern.compile("/password$"));
    changes(visitor, person.password(), "short");
    assertThat(visitor.at("password:chosen-message")).containsText("at least 12 characters");
    changes(visitor, person.password(), person.password());
    assertThat(visitor.at("password:chosen-message")).containsText("your present password");
    changes(visitor, person.password(), "tall green ladder 7");

    assertThat(visitor.page()).hasURL(Pattern.compile("/accounts$"));
    visitor.clicks("signOutForm:signOut");
    Staff.signsIn(visitor, new Hired(person.name(), "tall green ladder 7"));
  }

  @Test
  void endsTheSessionOfADisabledPersonAtTheNextClick() {
    Visitor admin = Staff.admin(visitor());
    Hired person = Staff.hires(admin, "SHIPPER");
    Visitor visitor = Staff.signsIn(visitor(), person);
    visitor.opens("/password");

    Staff.does(admin, person.name(), "disable", "disabling");
    assertThat(admin.at("messages")).containsText("is disabled");
    visitor.types("password:present", person.password());
    visitor.clicks("password:change");

    assertThat(visitor.page()).hasURL(Pattern.compile("/sign-in$"));
    Staff.tries(visitor, person.name(), person.password());
    assertThat(visitor.at("messages")).containsText("The name or the password is wrong.");
  }

  @Test
  void signsOutForGood() {
    Visitor admin = Staff.admin(visitor());
    admin.clicks("signOutForm:signOut");

    admin.awaits("out");
    admin.page().goBack();
    admin.opens("/people");
    assertThat(admin.page()).hasURL(Pattern.compile("/sign-in$"));
  }

  @Test
  void showsAPageAnewWhoseSessionIsGone() {
    Visitor admin = visitor();
    admin.opens("/sign-in");
    admin.context().clearCookies();
    admin.types("sign-in:name", "admin");
    admin.types("sign-in:word", Settings.ADMIN_PASSWORD);
    admin.clicks("sign-in:go");

    admin.awaits("expired");
    Staff.tries(admin, "admin", Settings.ADMIN_PASSWORD);
    admin.awaits("signOutForm:signOut");
  }

  @Test
  void saysSoWhenTheDatabaseIsGoneAndGoesOnWhenItIsBack() {
    Visitor admin = Staff.admin(visitor());
    Visitor other = visitor();
    other.opens("/sign-in");
    installation().databaseGoesAway();
    try {
      admin.opens("/people");
      assertThat(admin.page().locator("h1")).hasText("Not ready at the moment");
      assertThat(admin.page().content()).doesNotContain("Exception").doesNotContain("Payara");
      assertThat(installation().server().said()).contains(admin.reads("reference"));

      Staff.tries(other, "admin", Settings.ADMIN_PASSWORD);
      assertThat(other.at("trouble")).containsText("What you typed is still here");
    } finally {
      installation().databaseComesBack();
    }
    installation().server().awaitReady();
    admin.opens("/people");
    admin.awaits("people:table");
    Staff.tries(other, "admin", Settings.ADMIN_PASSWORD);
    other.page().waitForURL(url -> !url.contains("/sign-in"));
  }

  private List<String> sixWrong(String name) {
    Visitor guesser = visitor();
    guesser.opens("/sign-in");
    List<String> said = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      Staff.tries(guesser, name, "wrong " + n);
      guesser.letsThePageSettle();
      said.add(guesser.awaits("messages").innerText().strip());
    }
    return said;
  }

  private void must(String name) throws Exception {
    try (Connection connection = installation().database().connect();
        PreparedStatement update =
            connection.prepareStatement(
                "update person set must_change_password = true where name = ?")) {
      update.setString(1, name);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void changes(Visitor visitor, String present, String chosen) {
    visitor.types("password:present", present);
    visitor.types("password:chosen", chosen);
    visitor.types("password:again", chosen);
    visitor.letsBeAnswered(() -> visitor.clicks("password:change"));
  }

  private static Cookie session(Visitor visitor) {
    return visitor.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("supercargo-session"))
        .findFirst()
        .orElseThrow();
  }
}
