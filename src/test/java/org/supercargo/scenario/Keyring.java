package org.supercargo.scenario;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.UUID;

/** An administrator at the API keys page. */
final class Keyring {
  private static final List<String> SCOPES =
      List.of("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");

  private Keyring() {}

  /** A key as it is handed over. */
  record Key(String name, String key) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Key makes(Visitor admin, String... scopes) {
    return makesFor(admin, "", "600", scopes);
  }

  static Key makesFor(Visitor admin, String accounts, String perMinute, String... scopes) {
    opensBox(admin);
    admin.types("making:name", "k-" + UUID.randomUUID().toString().substring(0, 8));
    ticks(admin, scopes);
    admin.types("making:numbers", accounts);
    admin.types("making:per-minute", perMinute);
    admin.clicks("making:ok");
    admin.awaits("handed-key");
    Key key = new Key(admin.reads("handed-name"), admin.reads("handed-key"));
    admin.clicks("handed-done");
    admin
        .at("handed-key")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return key;
  }

  static void opensBox(Visitor admin) {
    admin.opens("/api-keys");
    admin.letsBeAnswered(() -> admin.clicks("keys:make"));
    admin.letsThePageSettle();
    admin.awaits("making:name");
  }

  static void ticks(Visitor admin, String... scopes) {
    for (String scope : SCOPES) {
      admin
          .page()
          .locator("#making input[value='" + scope + "']")
          .setChecked(List.of(scopes).contains(scope));
    }
  }

  static void revokes(Visitor admin, String name) {
    admin.opens("/api-keys");
    admin.letsBeAnswered(() -> admin.types("keys:search", name));
    admin.letsThePageSettle();
    admin.letsBeAnswered(() -> admin.clicks("keys:table:0:revoke"));
    admin.awaits("revoking:ok");
    admin.letsBeAnswered(() -> admin.clicks("revoking:ok"));
  }
}
