package org.supercargo.setting;

import java.net.URI;
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
      collect(() -> refuseClearText(settings, Keys.UPS_BASE_URL), wrong);
      collect(() -> refuseClearText(settings, Keys.TRANSIT_ADDRESS), wrong);
      settings.get(Keys.MAIL_HOST).ifPresent(host -> checkMail(host, settings, wrong));
      collect(() -> requireWholeProvider(settings), wrong);
      if (!settings.get(Keys.DEMO)) {
        collect(() -> requireKeys(settings), wrong);
        collect(() -> refuseKeysetMaking(settings), wrong);
        collect(() -> refuseClockOffset(settings), wrong);
      }
    }
    if (!wrong.isEmpty()) {
      throw new WrongSetting(wrong);
    }
  }

  /** The client secret and every token, or the keys of all tokens, travel to that address. */
  private static void refuseClearText(Settings settings, Key<URI> key) {
    URI address = settings.get(key);
    if (address.getScheme().equals("http") && !THIS_MACHINE.contains(address.getHost())) {
      throw new WrongSetting(key.name(), "must be https");
    }
  }

  private static void checkMail(String host, Settings settings, List<WrongSetting> wrong) {
    collect(() -> requireSender(settings), wrong);
    collect(() -> refuseOpenPassword(host, settings), wrong);
  }

  private static void requireSender(Settings settings) {
    if (settings.get(Keys.MAIL_FROM).size() != 1) {
      throw new WrongSetting(
          Keys.MAIL_FROM.name(), "must be one e-mail address where there is a mail host");
    }
  }

  private static void refuseOpenPassword(String host, Settings settings) {
    boolean open = settings.get(Keys.MAIL_SECURITY).equals("plain");
    if (open && settings.get(Keys.MAIL_USER).isPresent() && !THIS_MACHINE.contains(host)) {
      throw new WrongSetting(
          Keys.MAIL_SECURITY.name(), "must be starttls or tls where a user signs in");
    }
  }

  /** Whoever can change the keys on their way can sign tokens. */
  private static void requireWholeProvider(Settings settings) {
    if (settings.get(Keys.OIDC_ISSUER).isEmpty()) {
      return;
    }
    if (settings.get(Keys.OIDC_AUDIENCE).isEmpty()) {
      throw new WrongSetting(Keys.OIDC_AUDIENCE.name(), "is required with an issuer");
    }
    String at = settings.get(Keys.OIDC_KEYS).orElse("");
    if (!at.matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*")) {
      throw new WrongSetting(
          Keys.OIDC_KEYS.name(), "must be an https address when there is an issuer");
    }
  }

  private static void requireKeys(Settings settings) {
    if (settings.get(Keys.SEALING_PROVIDER).equals("transit")) {
      if (settings
          .get(Keys.TRANSIT_TOKEN)
          .or(() -> settings.get(Keys.TRANSIT_TOKEN_FILE))
          .isEmpty()) {
        throw new WrongSetting(
            Keys.TRANSIT_TOKEN_FILE.name(), "or " + Keys.TRANSIT_TOKEN.name() + " is required");
      }
      return;
    }
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
