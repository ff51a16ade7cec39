package org.supercargo.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must hold of all settings together before anything is opened. */
final class SettingsCheck {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private SettingsCheck() {}

  static void check(Settings settings) {
    List<WrongSetting> wrong = new ArrayList<>();
    Keys.all().forEach(key -> collect(() -> settings.get(key), wrong));
    if (wrong.isEmpty()) {
      collect(() -> refuseClearText(settings), wrong);
      if (!settings.get(Keys.DEMO)) {
        collect(() -> requireKeyset(settings), wrong);
        collect(() -> refuseKeysetMaking(settings), wrong);
        collect(() -> refuseClockOffset(settings), wrong);
      }
    }
    if (!wrong.isEmpty()) {
      throw new WrongSetting(wrong);
    }
  }

  /** The client secret and every token travel to that address. */
  private static void refuseClearText(Settings settings) {
    var ups = settings.get(Keys.UPS_BASE_URL);
    if (ups.getScheme().equals("http") && !THIS_MACHINE.contains(ups.getHost())) {
      throw new WrongSetting(Keys.UPS_BASE_URL.name(), "must be https");
    }
  }

  private static void requireKeyset(Settings settings) {
    if (settings.get(Keys.KEYSET).or(() -> settings.get(Keys.KEYSET_FILE)).isEmpty()) {
      throw new WrongSetting(
          Keys.KEYSET_FILE.name(), "or " + Keys.KEYSET.name() + " is required outside the demo");
    }
  }

  private static void refuseKeysetMaking(Settings settings) {
    if (settings.get(Keys.MAKE_MISSING_KEYSET)) {
      throw new WrongSetting(Keys.MAKE_MISSING_KEYSET.name(), "must be false outside the demo");
    }
  }

  private static void refuseClockOffset(Settings settings) {
    if (!settings.get(Keys.CLOCK_OFFSET).equals(Duration.ZERO)) {
      throw new WrongSetting(Keys.CLOCK_OFFSET.name(), "must be PT0S outside the demo");
    }
  }

  private static void collect(Runnable check, List<WrongSetting> wrong) {
    try {
      check.run();
    } catch (WrongSetting refused) {
      wrong.add(refused);
    }
  }
}
