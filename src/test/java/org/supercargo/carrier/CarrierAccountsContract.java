package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.CarrierException.TokenRefused;

/** What every carrier must know of its account numbers. */
public abstract class CarrierAccountsContract {
  protected abstract CarrierAccounts accounts();

  /** Of the log-in that holds this number. */
  protected abstract Credentials credentialsFor(String number);

  protected abstract String numberWithNegotiatedRates();

  protected abstract String numberWithout();

  protected abstract String numberOfSomebodyElse();

  protected abstract Address address();

  protected abstract void goesWrong(Fault fault);

  protected abstract void disablesTheProduct();

  private Proof prove(String holder, String number) {
    return prove(credentialsFor(holder), number);
  }

  private Proof prove(Credentials credentials, String number) {
    return accounts().prove(credentials, new AccountClaim(number, address()));
  }

  @Test
  void provesANumberWithNegotiatedRates() {
    assertThat(prove(numberWithNegotiatedRates(), numberWithNegotiatedRates()))
        .isEqualTo(new Proof.Proven(true));
  }

  @Test
  void provesANumberWithoutNegotiatedRates() {
    assertThat(prove(numberWithout(), numberWithout())).isEqualTo(new Proof.Proven(false));
  }

  @Test
  void doesNotProveSomebodyElsesNumber() {
    assertThat(prove(numberWithNegotiatedRates(), numberOfSomebodyElse()))
        .isInstanceOfSatisfying(
            Proof.NotHeld.class, notHeld -> assertThat(notHeld.said().text()).isNotBlank());
  }

  @Test
  void saysWhenTheProductIsNotEnabled() {
    Credentials credentials = credentialsFor(numberWithNegotiatedRates());
    disablesTheProduct();
    assertThatThrownBy(() -> prove(credentials, numberWithNegotiatedRates()))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void refusesATokenThatNobodyGave() {
    Credentials made = new Credentials(Secret.of("made-up"), Instant.MAX, 1);
    assertThatThrownBy(() -> prove(made, numberWithNegotiatedRates()))
        .isInstanceOf(TokenRefused.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void givesNoVerdictOnABadDay(Fault fault) {
    Credentials credentials = credentialsFor(numberWithNegotiatedRates());
    goesWrong(fault);
    assertThat(prove(credentials, numberWithNegotiatedRates()))
        .isInstanceOfSatisfying(
            Proof.Unavailable.class,
            unavailable ->
                assertThat(unavailable.said().text())
                    .hasSizeBetween(10, 500)
                    .doesNotContain("<", credentials.accessToken().reveal()));
  }

  @Test
  void normalisesItsOwnNumbers() {
    for (String number : Set.of(numberWithout(), numberWithNegotiatedRates())) {
      assertThat(accounts().normalised("  " + number + " ")).contains(number);
    }
    assertThat(accounts().normalised("no number")).isEqualTo(Optional.empty());
  }
}
