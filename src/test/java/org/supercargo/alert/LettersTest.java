package org.supercargo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.setting.Settings;

class LettersTest {
  private static final AlertedAccount DOCK =
      new AlertedAccount(7, "A1B2C3", "<b>Dock</b> & \"Co\"\r\nBcc: x@y", "Peachtree's");

  private final Letters letters = letters("https://supercargo.example/");

  @Test
  void namesAccountEndAndStage() {
    Letter letter = letters.of(alert(AlertKind.ENDS_SOON, 14, DOCK));
    assertThat(letter.subject())
        .startsWith("UPS account A1B2C3 (<b>Dock</b>")
        .endsWith("tokens end within 14 days")
        .doesNotContain("\r", "\n");
    assertThat(letter.text()).contains("December 1, 2026", "12:00", "UTC");
    assertThat(letters.of(alert(AlertKind.ENDS_SOON, 1, DOCK)).subject()).endsWith("within 1 day");
  }

  @Test
  void escapesWhatPeopleCalledTheirAccounts() {
    String html = letters.of(alert(AlertKind.EXPIRED, 0, DOCK)).html();
    assertThat(html)
        .contains("&lt;b&gt;Dock&lt;/b&gt; &amp; &quot;Co&quot;", "Peachtree&#39;s")
        .doesNotContain("<b>");
  }

  @Test
  void linksStraightToRegenerateTokensOfTheAccount() {
    Letter letter = letters.of(alert(AlertKind.NEEDS_CONSENT, 0, DOCK));
    assertThat(letter.text()).contains("https://supercargo.example/account?id=7&do=regenerate\n");
    assertThat(letter.html())
        .contains("href=\"https://supercargo.example/account?id=7&amp;do=regenerate\"");
  }

  @Test
  void linksStraightToTheShipmentItIsAbout() {
    Letter letter = letters.of(alert(AlertKind.SHIPMENT_ORPHANED, 0, DOCK));
    assertThat(letter.text())
        .contains("https://supercargo.example/shipment?id=12\n")
        .doesNotContain("regenerate");
  }

  @Test
  void countsTheOtherNumbersOfTheLogIn() {
    AlertedAccount other = new AlertedAccount(8, "001234", "Yard", "Peachtree");
    assertThat(letters.of(alert(AlertKind.EXPIRED, 0, other, DOCK)).subject())
        .isEqualTo("UPS account 001234 (Yard) and 1 more: tokens have ended");
    assertThat(letters.of(alert(AlertKind.EXPIRED, 0, other, DOCK, DOCK)).subject())
        .contains("and 2 more");
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryKindAlsoWithoutAnAccount(AlertKind kind) {
    for (AlertView alert : List.of(alert(kind, 7, DOCK), alert(kind, 7))) {
      Letter letter = letters.of(alert);
      assertThat(letter.subject()).startsWith("UPS");
      for (String text : List.of(letter.subject(), letter.text())) {
        assertThat(text).doesNotContain("{", "}");
      }
      assertThat(letter.text()).contains("https://supercargo.example/alerts");
    }
  }

  static Letters letters(String home) {
    Map<String, String> values = Map.of("supercargo.public-url", home, "supercargo.zone", "UTC");
    Letters letters = new Letters();
    letters.settings = new Settings(key -> Optional.ofNullable(values.get(key)));
    return letters;
  }

  private static AlertView alert(AlertKind kind, int days, AlertedAccount... accounts) {
    Instant now = Instant.parse("2026-12-01T12:00:00Z");
    return new AlertView(
        1,
        kind,
        days,
        "UPS",
        List.of(accounts),
        kind.isOfShipment() ? 12L : null,
        now,
        "Invalid Refresh Token",
        now,
        null,
        null,
        null,
        MailSummary.NONE);
  }
}
