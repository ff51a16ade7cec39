package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;

/** What every carrier's log-in must do, whatever its wire looks like. */
public abstract class CarrierLoginContract {
  /** The three calls of the dance. */
  protected enum Step {
    CONSENT_PAGE,
    EXCHANGE,
    REFRESH
  }

  protected abstract CarrierLogin login();

  /** The carrier's next answer to that step goes wrong. */
  protected abstract void goesWrong(Step step, Fault fault);

  /** The carrier refuses this application from now on. */
  protected abstract void blocksTheApplication();

  /** Signs in and consents on that page; answers where the browser is sent back to. */
  protected abstract URI consents(URI page);

  protected abstract URI redirectAddress();

  protected abstract Duration accessLife();

  protected abstract Duration refreshLife();

  /** Everything that must never be seen. */
  protected abstract List<String> everySecret();

  private final Secret state = Secret.of("state-0123456789-abcdefghijklmnopqrstuvwxyz");

  protected final ConsentRequest request() {
    return new ConsentRequest(state, verifier());
  }

  protected final AuthorizationCode freshCode() {
    String query = consents(login().consentPage(request())).getRawQuery();
    return new AuthorizationCode(Secret.of(Query.value(query, "code")), verifier());
  }

  private Secret verifier() {
    return login().usesProofKey()
        ? Secret.of("verifier-0123456789-abcdefghijklmnopqrstuvwxyz-0123")
        : null;
  }

  @Test
  void bringsTheBrowserBackWithTheState() {
    URI back = consents(login().consentPage(request()));
    assertThat(back.toString()).startsWith(redirectAddress().toString());
    assertThat(Query.value(back.getRawQuery(), "state")).isEqualTo(state.reveal());
  }

  @Test
  void exchangesACodeForTokensWithTheCarriersLives() {
    Instant before = Instant.now();
    TokenSet tokens = login().exchange(freshCode());
    Instant after = Instant.now();
    assertThat(tokens.accessToken().reveal()).isNotBlank();
    assertThat(tokens.refreshToken()).isNotEqualTo(tokens.accessToken());
    assertThat(tokens.accessExpiresAt())
        .isBetween(before.plus(accessLife()).minusSeconds(1), after.plus(accessLife()));
    assertThat(tokens.refreshExpiresAt())
        .isBetween(before.plus(refreshLife()).minusSeconds(1), after.plus(refreshLife()));
  }

  @Test
  void refusesACodeThatWasUsed() {
    AuthorizationCode code = freshCode();
    login().exchange(code);
    assertThatThrownBy(() -> login().exchange(code)).isInstanceOf(Rejected.class);
  }

  @Test
  void refusesACodeThatNobodyGave() {
    AuthorizationCode made = new AuthorizationCode(Secret.of("no+such/code="), verifier());
    assertThatThrownBy(() -> login().exchange(made)).isInstanceOf(Rejected.class);
  }

  @Test
  void refreshesIntoAnotherPair() {
    TokenSet first = login().exchange(freshCode());
    TokenSet second = login().refresh(first.refreshToken());
    TokenSet third = login().refresh(second.refreshToken());
    assertThat(List.of(second.accessToken(), third.accessToken()))
        .doesNotContain(first.accessToken());
    assertThat(List.of(second.refreshToken(), third.refreshToken()))
        .doesNotContain(first.refreshToken());
  }

  @Test
  void asksForANewConsentWhenARefreshTokenWasUsed() {
    TokenSet first = login().exchange(freshCode());
    login().refresh(first.refreshToken());
    assertThatThrownBy(() -> login().refresh(first.refreshToken()))
        .isInstanceOf(ReconnectNeeded.class);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void blamesTheApplicationWhenTheCarrierBlocksIt(Step step) {
    Runnable call = prepared(step);
    blocksTheApplication();
    assertThatThrownBy(call::run).isInstanceOf(ApplicationRefused.class);
  }

  @ParameterizedTest
  @MethodSource("badDays")
  void callsABadDayUnavailableInPlainWords(Step step, Fault fault) {
    Runnable call = prepared(step);
    goesWrong(step, fault);
    Unavailable unavailable = catchThrowableOfType(Unavailable.class, call::run);
    assertThat(unavailable).isNotNull();
    assertThat(unavailable.said().text())
        .hasSizeBetween(10, 500)
        .doesNotContain("<", "{", "Exception");
    assertThat(everySecret())
        .noneMatch(secret -> String.valueOf(unavailable.getMessage()).contains(secret));
  }

  static Stream<Arguments> badDays() {
    return Stream.of(Step.values())
        .flatMap(step -> Stream.of(Fault.values()).map(fault -> Arguments.of(step, fault)))
        .filter(day -> !mayBeAskedAgain((Step) day.get()[0], (Fault) day.get()[1]));
  }

  /** Asking for the page changes nothing, so a cut may be bridged by asking twice. */
  private static boolean mayBeAskedAgain(Step step, Fault fault) {
    return step == Step.CONSENT_PAGE && (fault == Fault.CUT_BEFORE || fault == Fault.CUT_AFTER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT_BEFORE", "CUT_AFTER", "SLOW", "EMPTY"})
  void knowsThatAnAnswerMayBeLost(Fault fault) {
    Runnable call = prepared(Step.REFRESH);
    goesWrong(Step.REFRESH, fault);
    assertThat(catchThrowableOfType(Unavailable.class, call::run).isAnswerLost()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LIMITED", "BROKEN", "DOWN", "HTML"})
  void knowsThatAnAnswerIsAnAnswer(Fault fault) {
    Runnable call = prepared(Step.REFRESH);
    goesWrong(Step.REFRESH, fault);
    assertThat(catchThrowableOfType(Unavailable.class, call::run).isAnswerLost()).isFalse();
  }

  private Runnable prepared(Step step) {
    return switch (step) {
      case CONSENT_PAGE -> () -> login().consentPage(request());
      case EXCHANGE -> {
        AuthorizationCode code = freshCode();
        yield () -> login().exchange(code);
      }
      case REFRESH -> {
        Secret token = login().exchange(freshCode()).refreshToken();
        yield () -> login().refresh(token);
      }
    };
  }
}
