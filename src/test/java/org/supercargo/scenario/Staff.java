package org.supercargo.scenario;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import org.supercargo.stage.Settings;

/** The people of an installation: signs them in, and hires new ones at the People page. */
final class Staff {
  private Staff() {}

  /** A person as an administrator hands over the sign-in. */
  record Hired(String name, String password) {}

  static Visitor admin(Visitor visitor) {
    return signsIn(visitor, new Hired("admin", Settings.ADMIN_PASSWORD));
  }

  static Visitor signsIn(Visitor visitor, Hired person) {
    Errand.of(visitor).signsIn(person.name(), person.password());
    visitor.opens("/");
    visitor.awaits("signOutForm:signOut");
    return visitor;
  }

  /** Fills and sends the sign-in form, and waits for its answer. */
  static void tries(Visitor visitor, String name, String password) {
    visitor.types("sign-in:name", name);
    visitor.types("sign-in:word", password);
    visitor
        .page()
        .waitForResponse(
            answer -> answer.request().method().equals("POST"), () -> visitor.clicks("sign-in:go"));
  }

  /** An administrator adds somebody of a new name. */
  static Hired hires(Visitor admin, String role) {
    return hires(admin, "p-" + UUID.randomUUID().toString().substring(0, 8), role);
  }

  static Hired hires(Visitor admin, String name, String role) {
    admin.opens("/people");
    admin.clicks("people:add");
    admin.awaits("adding:name");
    admin.types("adding:name", name);
    admin.at("adding:role").selectOption(role);
    admin.clicks("adding:ok");
    admin.awaits("handed-password");
    Hired hired = new Hired(admin.reads("handed-name"), admin.reads("handed-password"));
    admin.clicks("handed-done");
    admin
        .at("handed-password")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return hired;
  }

  /** Chooses an action of the one row that the name finds, and confirms it. */
  static void does(Visitor admin, String name, String action, String box) {
    opensBox(admin, name, action, box);
    admin.clicks(box + ":ok");
  }

  static void opensBox(Visitor admin, String name, String action, String box) {
    admin.opens("/people");
    admin.letsBeAnswered(() -> admin.types("people:search", name));
    admin.page().locator(".sc-table tbody tr >> nth=1").waitFor(gone());
    admin.clicks("people:table:0:actions_button");
    admin.awaits("people:table:0:" + action).click();
    admin.awaits(box + ":ok");
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
