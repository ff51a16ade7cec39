package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.Arrival;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Closing;
import org.supercargo.custody.KeyState;
import org.supercargo.custody.RotationAnswer;
import org.supercargo.timer.RunOutcome;
import org.supercargo.token.GrantEvent;

class MessagesTest {
  private static final Pattern KEY = Pattern.compile("msg\\['([^']+)'\\]");
  private static final Pattern SAID =
      Pattern.compile(
          "^(connect|verify|delete|register|timers|keys"
              + "|alerts\\.(kind|closed|done|mail|recipients))\\.");

  private static final Pattern CHOSEN = Pattern.compile("\\{\\d,choice,([^{}]|\\{[^{}]*\\})*\\}");
  private static final Pattern PLURAL =
      Pattern.compile("\\{\\d\\} (?!(is|was|has)\\b)(are|have|\\p{L}+s)\\b");

  private final Properties words = load();

  @Test
  void namesEveryStatus() {
    assertNamed("accounts.status.", AccountStatus.values());
  }

  @Test
  void explainsEveryReasonForWhichATripFails() {
    assertNamed("connect.", Arrival.Reason.values());
  }

  @Test
  void explainsEveryOtherEndOfATrip() {
    Stream.of(Arrival.class.getPermittedSubclasses())
        .filter(end -> end != Arrival.Refused.class)
        .forEach(end -> assertThat(words).containsKey("connect." + end.getSimpleName()));
  }

  @Test
  void namesEveryRunsOutcome() {
    assertNamed("timers.outcome.", RunOutcome.values());
  }

  @Test
  void namesEveryAlertAndHowItEnds() {
    assertNamed("alerts.kind.", AlertKind.values());
    assertNamed("alerts.do.", AlertKind.values());
    assertNamed("alerts.closed.", Closing.values());
  }

  @Test
  void namesEveryKeysStateAndEveryAnswerToTheWishForANewOne() {
    assertNamed("keys.state.", KeyState.values());
    assertNamed("keys.answer.", RotationAnswer.values());
  }

  @Test
  void namesEveryPointOfTheTokensTimeLine() {
    assertNamed("account.event.", GrantEvent.Kind.values());
    assertThat(words).containsKey("account.event.USED");
  }

  @Test
  void namesEveryFieldAndEveryProblemOfRegistration() {
    Typed.FIELDS.stream()
        .map(RegisterAnswer::label)
        .forEach(label -> assertThat(words).containsKey(label));
    List.of("required", "tooLong", "characters", "format", "unknown")
        .forEach(problem -> assertThat(words).containsKey("register.problem." + problem));
  }

  @Test
  void hasEveryWordThatAPageAsksFor() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        Matcher keys = KEY.matcher(Files.readString(page));
        while (keys.find()) {
          if (!words.containsKey(keys.group(1))) {
            missing.add(page.getFileName() + ": " + keys.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** An ASCII apostrophe quotes in MessageFormat: the word after it would lose its arguments. */
  @Test
  void formatsEverySentenceThatIsSaid() {
    words.stringPropertyNames().stream()
        .filter(key -> SAID.matcher(key).find())
        .forEach(
            key -> {
              assertThat(words.getProperty(key)).as(key).doesNotContain("'");
              new MessageFormat(words.getProperty(key));
            });
  }

  /** One day, not one days. */
  @Test
  void countsOneThingAsOne() {
    words.stringPropertyNames().stream()
        .filter(key -> PLURAL.matcher(CHOSEN.matcher(said(key)).replaceAll("")).find())
        .forEach(key -> assertThat(key).as(said(key)).isEqualTo("batch.new.hint"));
    assertThat(words.stringPropertyNames())
        .filteredOn(key -> said(key).matches("(business )?(days|hours|minutes|packages|services)"))
        .as("to be put after a number")
        .isEmpty();
    assertThat(counted("offers.days", 0)).isEqualTo("0 business days");
    assertThat(counted("offers.days", 1)).isEqualTo("1 business day");
    assertThat(counted("offers.days", 2)).isEqualTo("2 business days");
    assertThat(counted("batch.start.ask", 1)).startsWith("1 shipment is made,");
    assertThat(counted("batch.start.ask", 10_000)).startsWith("10,000 shipments are made,");
    assertThat(counted("keys.direct", 1)).startsWith("1 is still");
  }

  private String counted(String key, int number) {
    return new MessageFormat(said(key), Locale.ENGLISH).format(new Object[] {number});
  }

  private String said(String key) {
    return words.getProperty(key);
  }

  private void assertNamed(String stem, Enum<?>... values) {
    assertThat(values).isNotEmpty();
    Arrays.stream(values).forEach(value -> assertThat(words).containsKey(stem + value.name()));
  }

  private static Properties load() {
    Properties words = new Properties();
    try (var in = MessagesTest.class.getResourceAsStream("messages.properties")) {
      words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return words;
  }
}
