package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.account.DetailsCheck.Checked;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierAccounts;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Proof;

class DetailsCheckTest {
  private static final String EMOJI = "📦";
  private final DetailsCheck check = check();

  @Test
  void tidiesWhatIsRight() {
    AccountDetails typed =
        new Details()
            .number(" 0000a1b2c3 ")
            .with("country", "us")
            .with("state", " ga")
            .with("postalCode", "303281234")
            .with("company", "\u00a0Peachtree Paper \t")
            .with("title", "  ")
            .with("phone", "(404) 555-0123")
            .done();

    assertThat(good(typed))
        .isEqualTo(
            new Details().with("postalCode", "30328-1234").with("phone", "+14045550123").done());
  }

  @Test
  void acceptsWhatItHasTidied() {
    AccountDetails once = good(Details.of("A1B2C3"));

    assertThat(good(once)).isEqualTo(once);
  }

  @Test
  void tellsEveryProblemAtOnceInTheOrderOfTheFields() {
    AccountDetails empty =
        new AccountDetails(
            "", "", "", "", "", "", null, "", null, null, "", null, null, "", "", "");

    assertThat(bad(empty))
        .extracting(FieldProblem::field)
        .containsExactly(
            "number",
            "accountCountry",
            "nickname",
            "company",
            "contactName",
            "addressLine1",
            "city",
            "country",
            "phone",
            "email");
    assertThat(bad(empty)).extracting(FieldProblem::problem).containsOnly("required");
  }

  @Test
  void standsAFormFromWhichEveryFieldIsMissing() {
    AccountDetails forged =
        new AccountDetails(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);

    assertThat(bad(forged)).extracting(FieldProblem::problem).containsOnly("required");
  }

  @ParameterizedTest
  @CsvSource({
    "nickname, 35",
    "company, 35",
    "contactName, 35",
    "title, 35",
    "addressLine1, 35",
    "addressLine2, 35",
    "addressLine3, 35",
    "city, 30"
  })
  void countsCodePointsNotUtf16(String field, int most) {
    assertThat(good(new Details().with(field, EMOJI.repeat(most)).done())).isNotNull();
    assertThat(bad(new Details().with(field, EMOJI.repeat(most + 1)).done()))
        .containsExactly(new FieldProblem(field, "tooLong"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u2028b", "a\ud83db", "a\u202eb", "a\u007fb"})
  void refusesCharactersThatAreNoText(String text) {
    assertThat(bad(new Details().with("company", text).done()))
        .containsExactly(new FieldProblem("company", "characters"));
  }

  @Test
  void takesAScriptForTheTextItIs() {
    String script = "<script>alert(1)</script>";

    assertThat(good(new Details().with("company", script).done()).company()).isEqualTo(script);
  }

  @ParameterizedTest
  @CsvSource({
    "US, '', required",
    "US, 3032, format",
    "US, 30328-12, format",
    "CA, 30328, format",
    "CA, D1A 1A1, format",
    "DE, '', required",
    "DE, 80331-Straße, tooLong",
    "DE, 80/331, format"
  })
  void wantsThePostalCodeOfTheCountry(String country, String code, String problem) {
    AccountDetails typed =
        new Details().with("accountCountry", country).with("accountPostalCode", code).done();

    assertThat(bad(typed)).containsExactly(new FieldProblem("accountPostalCode", problem));
  }

  @ParameterizedTest
  @CsvSource({"US, 30328", "US, 30328-1234", "CA, m5v2t6", "GB, SW1A 1AA", "HK, ''", "AE, ''"})
  void takesThePostalCodeOfTheCountry(String country, String code) {
    good(new Details().with("accountCountry", country).with("accountPostalCode", code).done());
  }

  @ParameterizedTest
  @CsvSource({"US, , required", "US, ON, unknown", "CA, GA, unknown", "US, GG, unknown"})
  void wantsAStateOfTheCountry(String country, String state, String problem) {
    AccountDetails typed =
        new Details()
            .with("country", country)
            .with("postalCode", country.equals("US") ? "30328" : "M5V 2T6")
            .with("state", state)
            .done();

    assertThat(bad(typed)).containsExactly(new FieldProblem("state", problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "USA", "U", "ÜS"})
  void refusesACountryThatIsNone(String country) {
    assertThat(bad(new Details().with("accountCountry", country).done()))
        .contains(new FieldProblem("accountCountry", "unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"555 0123", "123", "+999 1234567", "call me", "+1 404 555 01234567"})
  void refusesAPhoneNumberThatCannotBeDialled(String phone) {
    assertThat(bad(new Details().with("phone", phone).done()))
        .containsExactly(new FieldProblem("phone", "format"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rosa", "rosa@", "@peachtree.example", "a b@c.example", "a@b@c"})
  void refusesAnAddressThatTakesNoMail(String email) {
    assertThat(bad(new Details().with("email", email).done()))
        .containsExactly(new FieldProblem("email", "format"));
  }

  @Test
  void refusesANumberThatTheCarrierCannotHave() {
    assertThat(bad(Details.of("12345"))).containsExactly(new FieldProblem("number", "format"));
  }

  @Property
  void neverThrowsAndNeverKeepsMoreThanTheTableHolds(@ForAll @StringLength(max = 60) String any) {
    for (String field : List.of("company", "state", "postalCode", "phone", "email", "country")) {
      switch (check.of(new Details().with(field, any).done())) {
        case Checked.Bad bad -> assertThat(bad.problems()).isNotEmpty();
        case Checked.Good(AccountDetails kept) -> {
          assertThat(kept.company().codePointCount(0, kept.company().length())).isBetween(1, 35);
          assertThat(kept.phone()).matches("\\+\\d{8,15}");
          assertThat(kept.country()).matches("[A-Z]{2}");
        }
      }
    }
  }

  private AccountDetails good(AccountDetails typed) {
    Checked checked = check.of(typed);
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).details();
  }

  private List<FieldProblem> bad(AccountDetails typed) {
    Checked checked = check.of(typed);
    assertThat(checked).isInstanceOf(Checked.Bad.class);
    return ((Checked.Bad) checked).problems();
  }

  private static DetailsCheck check() {
    DetailsCheck check = new DetailsCheck();
    check.validator =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();
    check.carrier = new SixCharacters();
    check.postal = new PostalRules();
    check.postal.states = new States();
    return check;
  }

  /** A carrier whose numbers look like UPS's. */
  private static final class SixCharacters implements CarrierAccounts {
    @Override
    public String carrier() {
      return "UPS";
    }

    @Override
    public Optional<String> normalised(String typed) {
      String number = typed.toUpperCase(Locale.ROOT).replaceFirst("^0000(?=.{6}$)", "");
      return number.matches("[A-Z0-9]{6}") ? Optional.of(number) : Optional.empty();
    }

    @Override
    public Proof prove(Credentials credentials, AccountClaim claim) {
      throw new UnsupportedOperationException();
    }
  }
}
