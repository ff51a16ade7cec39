package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

class UpsAccountsTest {
  private final UpsAccounts accounts = new UpsAccounts();

  @ParameterizedTest
  @CsvSource({
    "A1B2C3, A1B2C3",
    "a1b2c3, A1B2C3",
    "' a1 b2 c3 ', A1B2C3",
    "0000A1B2C3, A1B2C3",
    "0000 a1b2c3, A1B2C3",
    "001234, 001234",
    "0000001234, 001234",
    "000000, 000000"
  })
  void normalises(String typed, String number) {
    assertThat(accounts.normalised(typed)).contains(number);
  }

  @Test
  void normalisesWhatIsPastedWithNoBreakSpaces() {
    assertThat(accounts.normalised("\u00a0A1B\u202f2C3\u2003")).contains("A1B2C3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A1B2C",
        "A1B2C3D",
        "1234A1B2C3",
        "00000A1B2C3",
        "A1-B2C3",
        "A1B2C_",
        "ＡＢＣＤＥＦ",
        "ß12345",
        "ı12345",
        "<b>A1B",
        "'; drop",
        "٠١٢٣٤٥"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThat(accounts.normalised(typed)).isEmpty();
  }

  @Property
  void normalisesToItselfAndFromTenDigits(@ForAll("numbers") String number) {
    assertThat(accounts.normalised(number)).contains(number);
    assertThat(accounts.normalised("0000" + number)).contains(number);
    assertThat(accounts.normalised(" " + number.toLowerCase(java.util.Locale.ROOT) + "\t"))
        .contains(number);
  }

  @Property
  void answersAnythingWithANumberOrNothing(@ForAll String typed) {
    assertThat(accounts.normalised(typed).orElse("A1B2C3")).matches("[A-Z0-9]{6}");
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").ofLength(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"112111", "120100"})
  void showsUpssOwnWordsForANumberThatIsNotHeld(String code) {
    UpsAnswer answer = Answers.error(400, code, "Missing or invalid shipper number");
    assertThat(UpsRate.proof(answer))
        .isEqualTo(
            new Proof.NotHeld(new CarrierMessage(code, "Missing or invalid shipper number")));
  }

  @Test
  void findsTheNumbersErrorAmongOthers() {
    String body =
        "{\"response\":{\"errors\":[{\"code\":\"111285\",\"message\":\"postal\"},"
            + "{\"code\":\"112111\",\"message\":\"number\"}]}}";
    assertThat(UpsRate.proof(Answers.of(400, body)))
        .isEqualTo(new Proof.NotHeld(new CarrierMessage("112111", "number")));
  }

  @Test
  void takesAnother400ForARefusal() {
    assertThat(UpsRate.proof(Answers.error(400, "111285", "The postal code does not fit.")))
        .isEqualTo(
            new Proof.Refused(new CarrierMessage("111285", "The postal code does not fit.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"250002", "250003", "251004"})
  void takes401ForARefusedToken(String code) {
    UpsAnswer answer = Answers.error(401, code, "Invalid Authentication Information.");
    assertThatThrownBy(() -> UpsRate.proof(answer))
        .isInstanceOfSatisfying(
            TokenRefused.class, refused -> assertThat(refused.said().code()).isEqualTo(code));
  }

  @Test
  void takesAnother401ForNotEnabled() {
    assertThat(UpsRate.proof(Answers.error(401, "250009", "Locked out.")))
        .isInstanceOf(Proof.NotEnabled.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RateResponse\":{\"Response\":{\"Alert\":\"\"},\"RatedShipment\":{\"RatedShipmentAlert\":"
            + "{\"Code\":\"110971\"},\"NegotiatedRateCharges\":{\"TotalCharge\":"
            + "{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"9.10\"}}}}}",
        "{\"RateResponse\":{\"Response\":{\"Alert\":[]},\"RatedShipment\":[{\"NegotiatedRateCharges\":"
            + "{\"TotalCharge\":[{\"MonetaryValue\":9.1}]}}]}}"
      })
  void provesWithNegotiatedRatesInEitherShape(String body) {
    assertThat(UpsRate.proof(Answers.of(200, body))).isEqualTo(new Proof.Proven(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RateResponse\":{\"RatedShipment\":{\"NegotiatedRateCharges\":\"\"}}}",
        "{\"RateResponse\":{\"RatedShipment\":[{\"TotalCharges\":{\"MonetaryValue\":\"9\"}}]}}",
        "{\"RateResponse\":{\"Response\":{\"Alert\":{\"Code\":\"120900\"}},\"RatedShipment\":"
            + "{\"NegotiatedRateCharges\":{\"TotalCharge\":{\"MonetaryValue\":\"9\"}}}}}",
        "{\"RateResponse\":{\"RatedShipment\":{\"RatedShipmentAlert\":[{\"Code\":\"1\"},"
            + "{\"Code\":\"120900\"}]}}}"
      })
  void provesWithoutNegotiatedRates(String body) {
    assertThat(UpsRate.proof(Answers.of(200, body))).isEqualTo(new Proof.Proven(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"RateResponse\":\"\"}",
        "{\"RateResponse\":{\"RatedShipment\":[]}}",
        "<html>ok</html>",
        "{\"RateResponse\":{\"RatedShipment\":\"yes\"}}"
      })
  void takesAnEmptySuccessForNoVerdict(String body) {
    assertThat(UpsRate.proof(Answers.of(200, body))).isInstanceOf(Proof.Unavailable.class);
  }
}
