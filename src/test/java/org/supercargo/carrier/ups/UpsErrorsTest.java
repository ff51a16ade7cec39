package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Secret;

class UpsErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | 10400 | Invalid Refresh Token                     | ReconnectNeeded",
        "400 | 10400 | Invalid/Missing Authorization Header      | ApplicationRefused",
        "400 | 10400 | Invalid Redirect URL                      | ApplicationRefused",
        "400 | 10400 | Invalid Grant Type                        | Rejected",
        "401 | 10401 | ClientId is Invalid                       | ApplicationRefused",
        "400 | 10401 | ClientId is Invalid                       | ApplicationRefused",
        "403 | 10403 | Blocked Merchant                          | ApplicationRefused",
        "429 | 10429 | Too Many Requests                         | Unavailable",
        "400 | 10429 | Too Many Requests                         | Unavailable",
        "404 | 10404 | Not Found                                 | Unavailable",
        "500 | 10500 | Internal server error: refresh token      | Unavailable",
        "503 | 10400 | Invalid Refresh Token                     | Unavailable",
        "302 | 10400 | Invalid Refresh Token                     | Unavailable"
      })
  void readsARefusedRefresh(int status, String code, String message, String expected) {
    CarrierException refusal = UpsErrors.refresh(Answers.error(status, code, message));
    assertThat(refusal.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(refusal.said().code()).isEqualTo(code);
    assertThat(refusal.said().text()).contains(message);
  }

  @Test
  void readsARefusedCode() {
    CarrierException refusal =
        UpsErrors.login(Answers.error(400, "10400", "Invalid authorization code"));
    assertThat(refusal)
        .isInstanceOf(Rejected.class)
        .hasMessage("UPS refused the consent. UPS says: Invalid authorization code (10400)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>refresh token</html>",
        "refresh token",
        "[]",
        "\"refresh\"",
        "{}",
        "null",
        "{\"response\":{\"errors\":[]}}",
        "{\"response\":\"\"}"
      })
  void takesNo400WithoutUpssWordsForADeadGrant(String body) {
    assertThat(UpsErrors.refresh(Answers.of(400, body))).isInstanceOf(Unavailable.class);
  }

  @Test
  void readsALoneErrorAndTheStandardsOwnShape() {
    assertThat(
            UpsErrors.refresh(
                Answers.of(
                    400,
                    "{\"response\":{\"errors\":{\"code\":10400,"
                        + "\"message\":\"Invalid Refresh Token\"}}}")))
        .isInstanceOf(ReconnectNeeded.class);
    assertThat(UpsErrors.refresh(Answers.of(400, "{\"error\":\"invalid_grant\"}")))
        .isInstanceOf(ReconnectNeeded.class);
  }

  @Test
  void readsTheHeadersWhereTheBodyIsSilent() {
    UpsAnswer answer =
        Answers.of(
            401,
            new byte[0],
            Map.of("errorcode", List.of("10401"), "errordescription", List.of("No such client")));
    assertThat(UpsErrors.login(answer))
        .isInstanceOf(ApplicationRefused.class)
        .hasMessageContaining("No such client")
        .hasMessageContaining("10401");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                           | 2026-03-04T05:08:07Z",
        "Wed, 04 Mar 2026 05:10:00 GMT | 2026-03-04T05:10:00Z",
        "999999999                     | 2026-03-05T05:06:07Z",
      })
  void knowsWhenToComeBack(String header, String expected) {
    UpsAnswer answer = Answers.of(429, new byte[0], Map.of("Retry-After", List.of(header)));
    assertThat(((Unavailable) UpsErrors.login(answer)).retryAt())
        .contains(java.time.Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "", "99999999999999999999"})
  void doesNotComeBackAtNonsense(String header) {
    UpsAnswer answer = Answers.of(429, new byte[0], Map.of("Retry-After", List.of(header)));
    assertThat(((Unavailable) UpsErrors.login(answer)).retryAt()).isEmpty();
  }

  @Test
  void repeatsNoSecretNoMarkupNoControlCharacters() {
    UpsAnswer answer =
        Answers.of(
            400,
            ("{\"response\":{\"errors\":[{\"code\":\"10400\",\"message\":\"Code geheim"
                    + " <b>bad</b>\\u0000\\u202e\\n"
                    + "for eyJhbGciOiJSUzM4NCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0\"}]}}")
                .getBytes(UTF_8),
            Map.of(),
            Secret.of("geheim"));
    assertThat(UpsErrors.login(answer).said().text())
        .isEqualTo("UPS refused the consent. UPS says: Code … bad for …");
  }

  @Property(tries = 1000)
  void neverTripsOverWhatUpsSays(
      @ForAll String message,
      @ForAll String code,
      @ForAll @IntRange(min = 100, max = 599) int status) {
    UpsAnswer answer =
        Answers.of(
            status,
            new byte[0],
            Map.of("errorcode", List.of(code), "errordescription", List.of(message)));
    for (CarrierException refusal : List.of(UpsErrors.login(answer), UpsErrors.refresh(answer))) {
      assertThat(refusal.said().text().length()).isBetween(10, 500);
      assertThat(refusal.said().code().length()).isLessThanOrEqualTo(20);
    }
    assertThat(UpsErrors.rate(answer)).isNotNull();
  }
}
