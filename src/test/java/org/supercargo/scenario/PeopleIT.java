package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

class PeopleIT extends InBrowser {
  @Test
  void showsAMadePasswordOnceAndItOpensTheDoor() {
    Visitor admin = Staff.admin(visitor());
    Hired person = Staff.hires(admin, "SHIPPER");

    assertThat(person.password()).matches("(\\w{4}-){4}\\w{4}");
    admin.opens("/people");
    assertThat(admin.page().content()).contains(person.name()).doesNotContain(person.password());
    assertThat(installation().server().said()).doesNotContain(person.password());
    Staff.signsIn(visitor(), person);
  }

  @Test
  void resetsAPasswordSoThatOnlyTheNewOneWorks() {
    Visitor admin = Staff.admin(visitor());
    Hired person = Staff.hires(admin, "SHIPPER");
    Staff.does(admin, person.name(), "reset", "resetting");
    admin.awaits("handed-password");
    Hired again = new Hired(person.name(), admin.reads("handed-password"));

    Visitor visitor = visitor();
    visitor.opens("/sign-in");
    Staff.tries(visitor, person.name(), person.password());
    assertThat(visitor.at("messages")).containsText("The name or the password is wrong.");
    Staff.signsIn(visitor, again);
  }

  @Test
  void refusesAScriptForANameAndRunsNone() {
    Visitor admin = Staff.admin(visitor());
    admin.page().onDialog(dialog -> admin.console().add("error: a script ran"));
    admin.opens("/people");
    admin.clicks("people:add");
    admin.awaits("adding:name");
    admin.types("adding:name", "<img src=x onerror=alert(1)>");
    admin.clicks("adding:ok");

    assertThat(admin.at("adding:name-message")).containsText("beginning with a letter or digit");
    admin.opens("/people");
    admin.types("people:search", "\"><script>alert(1)</script>");
    assertThat(admin.page().locator(".sc-table")).containsText("Nobody matches");
    assertThat(admin.console()).noneMatch(line -> line.startsWith("error"));
  }

  @Test
  void refusesANameThatIsTaken() {
    Visitor admin = Staff.admin(visitor());
    admin.opens("/people");
    admin.clicks("people:add");
    admin.awaits("adding:name");
    admin.types("adding:name", " ADMIN ");
    admin.clicks("adding:ok");

    assertThat(admin.at("adding:name-message")).containsText("somebody of this name");
  }

  @Test
  void keepsTheLastAdministrator() {
    Visitor admin = Staff.admin(visitor());
    Staff.does(admin, "admin", "disable", "disabling");
    assertThat(admin.at("messages"))
        .containsText("The last active administrator can't be disabled");

    Staff.opensBox(admin, "admin", "give", "giving");
    admin.at("giving:role").selectOption("AUDITOR");
    admin.clicks("giving:ok");
    assertThat(admin.at("messages")).containsText("or given another role");
    admin.opens("/people");
    admin.awaits("people:add");
  }

  @Test
  void appliesAnotherRoleAtTheNextSignIn() {
    Visitor admin = Staff.admin(visitor());
    Hired person = Staff.hires(admin, "SHIPPER");
    Visitor visitor = Staff.signsIn(visitor(), person);
    visitor.opens("/people");
    assertThat(visitor.page().locator("h1")).hasText("Not permitted");

    Staff.opensBox(admin, person.name(), "give", "giving");
    admin.at("giving:role").selectOption("AUDITOR");
    admin.clicks("giving:ok");
    assertThat(admin.at("messages")).containsText("is changed");

    visitor.opens("/people");
    assertThat(visitor.page()).hasURL(Pattern.compile("/sign-in$"));
    Staff.tries(visitor, person.name(), person.password());
    visitor.awaits("people:table");
    assertThat(visitor.at("people:add")).isHidden();
  }

  @Test
  void refusesAForgedPostOfAnAuditor() {
    Visitor admin = Staff.admin(visitor());
    Hired auditor = Staff.hires(admin, "AUDITOR");
    Visitor visitor = Staff.signsIn(visitor(), auditor);
    visitor.opens("/people");
    String name = "forged-" + UUID.randomUUID();

    assertThat(posts(visitor, "adding", name)).isEqualTo(403);
    assertThat(posts(visitor, "disabling", name)).isEqualTo(403);
    assertThat(posts(visitor, "resetting", name)).isEqualTo(403);
    assertThat(posts(visitor, "giving", name)).isEqualTo(403);

    visitor.opens("/people");
    assertThat(visitor.page().locator(".sc-table")).not().containsText(name);
  }

  @Test
  void refusesEverythingOfAShipper() {
    Hired shipper = Staff.hires(Staff.admin(visitor()), "SHIPPER");
    Visitor visitor = Staff.signsIn(visitor(), shipper);

    for (String page : new String[] {"/people", "/people.xhtml", "/audit", "/audit.xhtml"}) {
      assertThat(
              visitor
                  .page()
                  .navigate(installation().server().uri().resolve(page).toString())
                  .status())
          .as(page)
          .isEqualTo(403);
    }
  }

  private static int posts(Visitor visitor, String box, String name) {
    return Forgery.posts(
        visitor,
        "/people",
        box,
        Map.of(box + ":name", name, box + ":person", "1", box + ":ok", box + ":ok"));
  }
}
