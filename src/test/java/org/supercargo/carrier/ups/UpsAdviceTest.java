package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierMessage;

class UpsAdviceTest {
  /** Every code that is known to come, kept here so that a clone of this project alone checks. */
  private static final String KNOWN =
      """
      1 404 405 1070 10001 10002 10004 10007 10013 10400 10401 10403 10429 10500
      20001 20007 20008 20012 110971 111035 111057 111100 111210 111285 111730 112111 112237 119001
      120100 120101 120102 120105 120106 120107 120108 120109 120110 120113 120115 120120 120121
      120122 120124 120201 120202 120205 120206 120207 120208 120209 120210 120215 120301 120302
      120305 120306 120307 120308 120317 120400 120410 120412 120413 120415 120416 120430 120437
      120500 120501 120503 120506 120512 120541 120542 120543 120544 120600 120601 120602 120608
      120616 120700 120701 120702 120703 120704 120705 120801 120802 120803 120900 120901 121025
      121030 121050 121055 121100 121210 121524 126098 126099 129001 151018 151044
      190001 190002 190100 190101 190102 190104 190109 190110 190111 190112 190113 190117 190118
      190121 190122 250001 250002 250003 250004 250005 250006 250007 250009 250050 251004
      300000 300001 300002 300003 300005 300006 300007 300013 300014 300030 300031 300033 300035
      350201 9264030 9360721 9370701 9500717 9560131 9590009 9590018 9590022
      TV1002 TW0001 UJ0001 VSS000 VSS100 VSS930
      """;

  /** Numbers of the facts that are no codes: years, seconds, standards, issue numbers, examples. */
  private static final Set<String> NO_CODES =
      Set.of(
          "0000", "1235", "1400", "1601", "1607", "1701", "1707", "2013", "2022", "2023", "2024",
          "2025", "2026", "2108", "2205", "2407", "2409", "3599", "3600", "4217", "6749", "14399",
          "14400", "207814", "261465", "604799", "5183999", "5184000", "2929", "1903", "2403",
          "1801", "2603");

  private static final Path FACTS = Path.of("../shared/ups");

  /** A number of four to seven digits by itself, or a letter code; and ranges such as 10001–13. */
  private static final Pattern CODE =
      Pattern.compile("(?<![\\w.-])((?:TV|TW|UJ|VSS)\\d{3,4}|\\d{4,7})(?![\\w])");

  private final UpsAdvice advice = new UpsAdvice();

  private Set<String> catalogue() {
    return new TreeSet<>(advice.all().stream().map(Advice::code).toList());
  }

  @Test
  void knowsEveryCodeThatComes() {
    assertThat(catalogue()).containsAll(Arrays.asList(KNOWN.strip().split("\\s+")));
  }

  @Test
  void knowsEveryCodeOfTheFactsFiles() throws IOException {
    if (!Files.isDirectory(FACTS)) {
      // Nothing is skipped: the list above was made of these files.
      knowsEveryCodeThatComes();
      return;
    }
    for (String file : List.of("ups-apis.md", "ups-oauth.md", "ups-account.md")) {
      Set<String> mentioned = new TreeSet<>();
      CODE.matcher(Files.readString(FACTS.resolve(file)))
          .results()
          .map(found -> found.group(1))
          .filter(code -> !NO_CODES.contains(code) && !code.startsWith("99999"))
          .forEach(mentioned::add);
      assertThat(catalogue()).as(file).containsAll(mentioned);
    }
  }

  @Test
  void saysEverythingOfEachInWholeSentences() {
    assertThat(advice.all())
        .allSatisfy(
            each ->
                assertThat(Stream.of(each.what(), each.why(), each.todo()))
                    .as(each.code())
                    .allSatisfy(
                        words ->
                            assertThat(words)
                                .hasSizeBetween(10, 400)
                                .matches("(?s)[A-Z].*\\.")
                                .doesNotContain("<", "{")));
    assertThat(advice.all()).allMatch(Advice::known);
  }

  @Test
  void showsUpssOwnWordsForAnUnknownCode() {
    Advice unknown = advice.explain(new CarrierMessage("987654", "Something new happened."));
    assertThat(unknown.known()).isFalse();
    assertThat(unknown.code()).isEqualTo("987654");
    assertThat(unknown.what()).isEqualTo("Something new happened.");
    assertThat(advice.explain(new CarrierMessage("", "")).what()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"112111", "120100"})
  void sendsAWrongShipperNumberToTheAccountsPage(String code) {
    CarrierMessage said = new CarrierMessage(code, "Missing or invalid shipper number");
    assertThat(advice.blamesTheAccount(said)).isTrue();
    assertThat(advice.explain(said).who()).isEqualTo(Advice.Who.ADMIN);
    assertThat(advice.explain(said).todo()).contains("account's page");
    assertThat(advice.blamesTheAccount(new CarrierMessage("120202", ""))).isFalse();
  }

  @Test
  void tellsWhetherTheSameCallMayHelpLater() {
    assertThat(advice.explain(new CarrierMessage("10429", "")).retryHelps()).isTrue();
    assertThat(advice.explain(new CarrierMessage("190102", "")).retryHelps()).isFalse();
  }
}
