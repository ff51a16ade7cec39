package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What may go wrong on the way back from UPS: always words, nothing changed, a way to go on. */
class BadReturnIT extends InBrowser {
  @Test
  void losesNothingWhenTheBrowserNeverComesBack() {
    Administrator admin = administrator().wantsToAdd().leavesForUps();
    assertThat(admin.opensAccounts().onAccounts("empty").isVisible()).isTrue();
    admin.connects("alice", "A1B2C3");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes");
  }

  @Test
  void refusesAReturnWithoutState() {
    assertRefused(administrator(), "/connect/ups/callback", "belongs to no request");
    assertRefused(administrator(), "/connect/ups/callback?code=abc", "belongs to no request");
  }

  @Test
  void refusesAReturnWithAWrongState() {
    assertRefused(
        administrator(), "/connect/ups/callback?code=abc&state=guessed", "belongs to no request");
  }

  @Test
  void refusesAReturnThatWasUsed() {
    Administrator admin = administrator();
    URI back = wayBack(admin);
    admin.browser().opens(back.toString());
    admin.browser().awaits("register:submit");
    assertRefused(admin, back.toString(), "was used already");
    assertThat(ups().count("token")).isEqualTo(1);
  }

  @Test
  void refusesAReturnThatIsTooLate() {
    Administrator admin = administrator();
    URI back = wayBack(admin);
    installation()
        .does("update connect_attempt set expires_at = expires_at - interval '11' minute");
    assertRefused(admin, back.toString(), "too late");
  }

  @Test
  void refusesAReturnInAnotherBrowser() {
    Administrator admin = administrator();
    URI back = wayBack(admin);
    assertRefused(administrator(), back.toString(), "another browser");
    // A state that somebody else has seen is burnt.
    assertRefused(admin, back.toString(), "was used already");
    admin.connects("alice", "A1B2C3");
  }

  @Test
  void refusesACodeThatWasUsedBefore() {
    Administrator admin = administrator();
    URI first = wayBack(admin);
    admin.browser().opens(first.toString());
    admin.browser().awaits("register:submit");
    String code = parameter(first, "code");
    URI second = wayBack(admin);
    String mixed = second.toString().replace(parameter(second, "code"), code);
    admin.browser().opens(mixed);
    assertThat(admin.isTold()).contains("does not accept the authorisation", "Nothing was changed");
  }

  @Test
  void refusesAReturnWithoutCode() {
    Administrator admin = administrator();
    String state = parameter(wayBack(admin), "state");
    assertRefused(admin, "/connect/ups/callback?state=" + state, "sent no authorisation");
  }

  @Test
  void goesOnAfterSigningInWhenTheSessionHadEnded() {
    Administrator admin = administrator().wantsToAdd().leavesForUps();
    admin.browser().forgetsCookie("supercargo-session");
    admin.consentsAs("alice");
    assertThat(admin.browser().address()).contains("/sign-in");
    admin.signsInHere();
    admin.browser().awaits("register:submit");
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(1);
  }

  /** To UPS in the browser, through its pages beside it: the address that UPS sends one back to. */
  private URI wayBack(Administrator admin) {
    admin.wantsToAdd().leavesForUps();
    return ups().consents(URI.create(admin.browser().address()), "alice");
  }

  private void assertRefused(Administrator admin, String address, String words) {
    admin.browser().opens(address);
    assertThat(admin.isTold()).contains(words);
    assertThat(admin.browser().address()).doesNotContain("code=");
    assertThat(installation().asks("select 1 from carrier_account")).isEmpty();
  }

  private static String parameter(URI uri, String name) {
    for (String pair : uri.getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new AssertionError("no " + name);
  }
}
