package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.TokenSet;

class UpsTokensTest {
  private static final Duration POLICY = Duration.ofDays(60);

  private static final String WHOLE =
      """
      {"refresh_token_expires_in":"604799","refresh_token_status":"approved",
       "token_type":"Bearer","issued_at":"1772600770000","client_id":"c","access_token":"a.b.c",
       "refresh_token":"r","scope":"","refresh_token_issued_at":"1772600770000",
       "expires_in":"3599","refresh_count":"0","status":"approved"}
      """;

  @Test
  void readsStrings() {
    TokenSet tokens = read(WHOLE);
    assertThat(tokens.accessToken().reveal()).isEqualTo("a.b.c");
    assertThat(tokens.refreshToken().reveal()).isEqualTo("r");
    assertThat(tokens.issuedAt()).isEqualTo("2026-03-04T05:06:10Z");
    assertThat(tokens.accessExpiresAt()).isEqualTo(Answers.SENT_AT.plusSeconds(3599));
    assertThat(tokens.refreshExpiresAt()).isEqualTo(Answers.SENT_AT.plusSeconds(604799));
  }

  @Test
  void readsNumbersAndWhatItDoesNotKnow() {
    TokenSet tokens =
        read(
            """
            {"access_token":"a","refresh_token":"r","expires_in":3599.0,
             "refresh_token_expires_in":5183999,"brand_new":{"x":[1,null]},"scope":null}
            """);
    assertThat(tokens.accessExpiresAt()).isEqualTo(Answers.SENT_AT.plusSeconds(3599));
    assertThat(tokens.refreshExpiresAt()).isEqualTo(Answers.SENT_AT.plusSeconds(5183999));
    assertThat(tokens.issuedAt()).isEqualTo(Answers.SENT_AT);
  }

  @Test
  void fallsBackToTheInactivityPolicy() {
    TokenSet tokens = read(WHOLE.replace("refresh_token_expires_in", "not_told"));
    assertThat(tokens.refreshExpiresAt()).isEqualTo(Answers.SENT_AT.plus(POLICY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1772597167000", "1772604367000", "1000", "999999999999999", "soon", ""})
  void doesNotTakeALifeFromUpssClock(String issuedAt) {
    TokenSet tokens = read(WHOLE.replace("1772600770000", issuedAt));
    assertThat(tokens.accessExpiresAt()).isEqualTo(Answers.SENT_AT.plusSeconds(3599));
    assertThat(Duration.between(tokens.issuedAt(), Answers.SENT_AT).abs())
        .isLessThan(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "expires_in"})
  void saysWhatIsMissing(String field) {
    String without = WHOLE.replace('"' + field + '"', "\"other\"");
    assertThatThrownBy(() -> read(without))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("UPS's answer lacks the ");
    String empty = WHOLE.replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"\"");
    assertThatThrownBy(() -> read(empty)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "1e9", "99999999999", "0x10", "3599.5"})
  void takesNoLifetimeThatIsNone(String life) {
    assertThatThrownBy(() -> read(WHOLE.replace("\"3599\"", '"' + life + '"')))
        .isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\\r\\nX-Evil: 1", "ü"})
  void takesNoTokenThatNoHeaderCanCarry(String token) {
    assertThatThrownBy(() -> read(WHOLE.replace("a.b.c", token))).isInstanceOf(Unavailable.class);
  }

  @Test
  void keepsTokensOfAnyLength() {
    String long8k = "x".repeat(8192);
    assertThat(read(WHOLE.replace("a.b.c", long8k)).accessToken().reveal()).isEqualTo(long8k);
  }

  @Property(tries = 2000)
  void answersRubbishWithNothingButACarrierException(@ForAll("rubbish") String body) {
    try {
      assertThat(read(body)).isNotNull();
    } catch (CarrierException expected) {
      assertThat(expected.said().text().length()).isBetween(10, 500);
    }
  }

  @Provide
  Arbitrary<String> rubbish() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().ascii().ofMaxLength(12),
            Arbitraries.of("\"\"", "null", "[]", "{}", "\"3599\"", "3599", "1e999", "true"),
            Arbitraries.of("[\"a\"]", "[[]]", "{\"a\":\"b\"}", "\"\\ud800\"", "\"\\u0000\""));
    Arbitrary<String> almost =
        net.jqwik.api.Combinators.combine(value, value, value)
            .as("{\"access_token\":%s,\"refresh_token\":%s,\"expires_in\":%s}"::formatted);
    return Arbitraries.oneOf(almost, Arbitraries.strings().ofMaxLength(60), value);
  }

  private static TokenSet read(String body) {
    return UpsTokens.read(Answers.of(200, body), POLICY);
  }
}
