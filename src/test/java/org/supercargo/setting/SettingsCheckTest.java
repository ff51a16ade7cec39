package org.supercargo.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  private final Map<String, String> given = new HashMap<>();

  @BeforeEach
  void startFromTheDefaultsAndWhatProductionMustSay() {
    given.putAll(SettingsFile.defaults());
    given.put("supercargo.ups.client-id", "client");
    given.put("supercargo.ups.client-secret", "s3cret");
    given.put("supercargo.ups.redirect-uri", "https://ship.example.com/connect/callback");
    given.put("supercargo.sealing.keyset-file", "/etc/supercargo/keyset.json");
  }

  @Test
  void acceptsTheDefaultsOnceTheRequiredOnesAreSet() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void namesEveryWrongSettingAtOnceAndNoValue() {
    given.put("supercargo.ups.client-id", "  ");
    given.put("supercargo.ups.client-secret", "");
    given.put("supercargo.nightly.hour", "24o'clock");
    given.remove("db.url");

    assertThatThrownBy(this::check)
        .isInstanceOf(WrongSetting.class)
        .hasMessage(
            "Wrong settings: db.url is missing; supercargo.ups.client-id is missing;"
                + " supercargo.ups.client-secret is missing;"
                + " supercargo.nightly.hour must be a whole number from 0 to 23");
  }

  @ParameterizedTest
  @CsvSource({
    "supercargo.nightly.hour, 24",
    "supercargo.nightly.hour, -1",
    "supercargo.nightly.zone, Mars/Olympus",
    "supercargo.nightly.lease, five minutes",
    "supercargo.nightly.lease, PT0S",
    "supercargo.nightly.persistent, yes",
    "supercargo.ups.start, lasso",
    "supercargo.ups.read-timeout, -PT1S",
    "supercargo.public-url, ship.example.com",
    "supercargo.public-url, ftp://ship.example.com",
    "supercargo.ups.redirect-uri, https:/connect",
    "supercargo.ups.base-url, http://onlinetools.ups.com",
    "supercargo.demo, TRUE",
    "supercargo.sealing.provider, vault",
    "supercargo.transit.address, http://vault.example.com:8200",
    "supercargo.transit.mount, ../sys",
    "supercargo.transit.key, a b",
    "supercargo.alert.days, '30,0'",
    "supercargo.alert.days, '30,'",
    "supercargo.alert.recipients, nobody",
    "supercargo.mail.security, ssl",
    "supercargo.mail.port, 0",
    "supercargo.mail.from, 'Supercargo <a@b.example>'",
  })
  void refusesWhatCannotBeRead(String key, String value) {
    given.put(key, value);

    assertThatThrownBy(this::check).isInstanceOf(WrongSetting.class).hasMessageContaining(key);
  }

  @Test
  void requiresAKeysetInProduction() {
    given.remove("supercargo.sealing.keyset-file");

    assertThatThrownBy(this::check).hasMessageContaining("supercargo.sealing.keyset-file");
  }

  @Test
  void takesTheKeysetItselfInsteadOfItsFile() {
    given.remove("supercargo.sealing.keyset-file");
    given.put("supercargo.sealing.keyset", "{}");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void takesATokenForVaultInsteadOfAKeyset() {
    given.remove("supercargo.sealing.keyset-file");
    given.put("supercargo.sealing.provider", "transit");
    assertThatThrownBy(this::check).hasMessageContaining("supercargo.transit.token-file");

    given.put("supercargo.transit.token-file", "/run/vault/token");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "supercargo.sealing.make-missing-keyset, true",
    "supercargo.clock.offset, P60D",
  })
  void allowsOnlyTheDemoWhatIsUnsafeInProduction(String key, String value) {
    given.put(key, value);
    assertThatThrownBy(this::check).hasMessageContaining(key);

    given.put("supercargo.demo", "true");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void wantsASenderOnceThereIsAMailHostAndNoPasswordInTheClear() {
    given.put("supercargo.mail.host", "mail.example.com");
    assertThatThrownBy(this::check).hasMessageContaining("supercargo.mail.from");
    given.put("supercargo.mail.from", "supercargo@example.com");
    assertThatCode(this::check).doesNotThrowAnyException();

    given.put("supercargo.mail.security", "plain");
    assertThatCode(this::check).doesNotThrowAnyException();
    given.put("supercargo.mail.user", "supercargo");
    assertThatThrownBy(this::check).hasMessageContaining("supercargo.mail.security");
    given.put("supercargo.mail.host", "localhost");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void readsDaysTheLongestFirstAndNoneAsNone() {
    Settings settings = new Settings(key -> Optional.ofNullable(given.get(key)));
    given.put("supercargo.alert.days", "3, 14,3");
    assertThat(settings.get(Keys.ALERT_DAYS)).containsExactly(14, 3);
    given.put("supercargo.alert.days", "none");
    assertThat(settings.get(Keys.ALERT_DAYS)).isEmpty();
  }

  @Test
  void readsAddressesHoweverTheyAreSeparated() {
    Settings settings = new Settings(key -> Optional.ofNullable(given.get(key)));
    given.put("supercargo.alert.recipients", "a@b.example; c@d.example,\te@f.example a@b.example");
    assertThat(settings.get(Keys.ALERT_RECIPIENTS))
        .containsExactly("a@b.example", "c@d.example", "e@f.example");
  }

  @Test
  void speaksWithASimulatorOnThisMachineInTheClear() {
    given.put("supercargo.ups.base-url", "http://localhost:8090");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    SettingsCheck.check(new Settings(key -> Optional.ofNullable(given.get(key))));
  }
}
