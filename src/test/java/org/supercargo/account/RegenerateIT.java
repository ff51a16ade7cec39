package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.Arrival.Reason;

class RegenerateIT extends Registering {
  private long first;
  private long second;
  private String oldToken = "";

  @BeforeEach
  void connectTwoNumbersOfOneLogIn() {
    first = connected("alice", "A1B2C3");
    second = id(registration.saveAnother(first, Details.of("001234"), false, ROSA));
    oldToken = accounts.credentials(first).accessToken().reveal();
  }

  @Test
  void healsEveryNumberOfTheLogIn() {
    execute("update carrier_grant set state = 'NEEDS_CONSENT'");

    assertThat(arrive(new Purpose.Regenerate(second), "alice"))
        .isEqualTo(new Arrival.Regenerated(second, List.of("001234", "A1B2C3")));

    assertThat(status(first)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(accounts.credentials(first)).isEqualTo(accounts.credentials(second));
    assertThat(accounts.credentials(first).accessToken().reveal()).isNotEqualTo(oldToken);
    assertThat(accounts.timeline(first).entries())
        .extracting(Timeline.Entry::kind)
        .contains("REGENERATED");
    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(audited("TOKENS_REGENERATED")).containsExactly("DONE", "DONE");
  }

  @Test
  void keepsTheOldPairWhenAnotherUserConsented() {
    Arrival arrival = arrive(new Purpose.Regenerate(first), "bob");

    assertThat(arrival).isInstanceOf(Arrival.WrongUser.class);
    assertThat(((Arrival.WrongUser) arrival).numbers()).containsExactly("001234", "A1B2C3");
    assertThatTheOldPairIsInForce();
    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(audited("TOKENS_REGENERATED")).containsExactly("REFUSED");
  }

  @Test
  void keepsTheOldPairWhenTheUserHoldsOnlySomeOfTheNumbers() {
    ups().hasUser("erin", "A1B2C3");

    Arrival arrival = arrive(new Purpose.Regenerate(first), "erin");

    assertThat(((Arrival.WrongUser) arrival).numbers()).containsExactly("001234");
    assertThatTheOldPairIsInForce();
  }

  @Test
  void leavesANumberOutThatTheLogInDoesNotHoldEither() {
    long wrong = notHeld("4E5F6G");

    assertThat(arrive(new Purpose.Regenerate(second), "alice"))
        .isEqualTo(new Arrival.Regenerated(second, List.of("001234", "A1B2C3")));

    assertThat(accounts.credentials(first).accessToken().reveal()).isNotEqualTo(oldToken);
    assertThat(view(wrong).verification()).isEqualTo(Verification.NOT_HELD);
    assertThat(audited("TOKENS_REGENERATED")).containsExactly("DONE", "DONE");
    assertThat(arrive(new Purpose.Regenerate(wrong), "alice"))
        .as("it is the one that is to be healed")
        .isInstanceOf(Arrival.WrongUser.class);
  }

  @Test
  void healsANumberThatTheLogInHasGotMeanwhile() {
    long wrong = notHeld("4E5F6G");
    ups().hasUser("erin", "A1B2C3", "001234", "4E5F6G");

    assertThat(arrive(new Purpose.Regenerate(first), "erin"))
        .isEqualTo(new Arrival.Regenerated(first, List.of("001234", "4E5F6G", "A1B2C3")));
    assertThat(status(wrong)).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void asksAgainWithoutASecondConsentWhenTheCarrierWasAway() {
    Callback callback = consent(new Purpose.Regenerate(first), "alice");
    ups().answersNext("rate", 503);

    Arrival arrival = registration.complete(callback, ROSA, BROWSER);

    assertThat(arrival).isInstanceOf(Arrival.NotProven.class);
    assertThatTheOldPairIsInForce();
    long attempt = ((Arrival.NotProven) arrival).attempt();
    assertThat(registration.retry(attempt, ROSA)).isInstanceOf(Arrival.Regenerated.class);
    assertThat(accounts.credentials(first).accessToken().reveal()).isNotEqualTo(oldToken);
    assertThat(registration.retry(attempt, ROSA)).isInstanceOf(Arrival.Regenerated.class);
    assertThat(audited("TOKENS_REGENERATED")).containsExactly("DONE", "DONE");
  }

  @Test
  void keepsTheOldPairWhenTheTokensKeptHaveRunOut() {
    Callback callback = consent(new Purpose.Regenerate(first), "alice");
    ups().answersNext("rate", 500);
    Arrival arrival = registration.complete(callback, ROSA, BROWSER);
    execute("update connect_attempt set expires_at = started_at where outcome = 'KEPT'");

    assertThat(registration.retry(((Arrival.NotProven) arrival).attempt(), ROSA))
        .isEqualTo(Journey.refused(Reason.STATE_EXPIRED));
    assertThatTheOldPairIsInForce();
  }

  @Test
  void swapsOnceWhenRetriedEightTimesAtOnce() {
    Callback callback = consent(new Purpose.Regenerate(first), "alice");
    ups().answersNext("rate", 503);
    Arrival arrival = registration.complete(callback, ROSA, BROWSER);
    long attempt = ((Arrival.NotProven) arrival).attempt();

    List<Arrival> answers = atOnce(8, () -> registration.retry(attempt, ROSA));

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).isInstanceOf(Arrival.Regenerated.class);
    assertThat(accounts.credentials(first).generation()).isEqualTo(2);
  }

  @Test
  void refusesNumbersDeletedMeanwhile() {
    Callback callback = consent(new Purpose.Regenerate(first), "alice");
    accounts.delete(first, ROSA);

    assertThat(registration.complete(callback, ROSA, BROWSER))
        .isEqualTo(Journey.refused(Reason.ACCOUNT_GONE));
    assertThat(accounts.credentials(second).accessToken().reveal()).isEqualTo(oldToken);
  }

  /** Kept while UPS was away, then found not to be held. */
  private long notHeld(String number) {
    ups().answersNext("rate", 503);
    Saved kept = registration.saveAnother(first, Details.of(number), true, ROSA);
    long id = ((Saved.KeptUnverified) kept).accountId();
    assertThat(registration.verify(id, ROSA)).isInstanceOf(Saved.NotHeld.class);
    return id;
  }

  private void assertThatTheOldPairIsInForce() {
    assertThat(accounts.credentials(first).accessToken().reveal()).isEqualTo(oldToken);
    assertThat(accounts.credentials(second).generation()).isEqualTo(1);
    assertThat(status(first)).isEqualTo(AccountStatus.CONNECTED);
  }
}
