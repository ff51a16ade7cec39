package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;
import org.supercargo.container.TestSettings;
import org.supercargo.custody.Custodies;

/** Answers that come late, never, or to a node that can't write them down. */
class LostAnswerIT extends InVault {
  @Inject Journal journal;

  @AfterEach
  void reset() {
    TestSettings.reset();
  }

  @Test
  void isUncertainWhenTheAnswerIsLostAndLeavesTheLease() throws SQLException {
    long grant = stale("alice");
    ups().cutsNextAfterWork("refresh");
    assertThatThrownBy(() -> tokens.accessFor(grant))
        .isInstanceOfSatisfying(
            Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
    assertThat(steps.look(grant, Wish.ANY))
        .as("the carrier may still be at it")
        .isInstanceOf(Turn.Busy.class);
    assertThat(state(grant)).isEqualTo(GrantState.UNCERTAIN);
    assertThat(tokens.view(grant).why()).contains("cut before its answer was complete");
  }

  @Test
  void isWellAgainWhenTheRequestHadNotReachedTheCarrier() throws SQLException {
    long grant = stale("alice");
    ups().cutsNextBeforeWork("refresh");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    makeLeaseLapse(grant);
    executeElsewhere("delete from carrier_line");
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    assertThat(tokens.view(grant).why()).isNull();
  }

  @Test
  void needsConsentWhenItHadButGoesOnUntilTheAccessTokensEnd() throws Exception {
    long grant = active("alice");
    makeDue(grant);
    ups().cutsNextAfterWork("refresh");
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(1);
    eventually(() -> state(grant) == GrantState.UNCERTAIN);
    assertThat(tokens.accessFor(grant).generation()).as("while nobody knows").isEqualTo(1);

    makeLeaseLapse(grant);
    executeElsewhere("delete from carrier_line");
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(1);
    eventually(() -> state(grant) == GrantState.NEEDS_CONSENT);
    assertThat(tokens.view(grant).why()).contains("Invalid Refresh Token");
    assertThat(tokens.accessFor(grant).generation()).as("its time is not over").isEqualTo(1);
    long calls = ups().refreshCalls();
    makeStale(grant);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertThat(ups().refreshCalls()).as("the dead token is not tried again").isEqualTo(calls);
    assertThat(kinds(grant))
        .containsExactly(
            GrantEvent.Kind.ISSUED, GrantEvent.Kind.UNCERTAIN, GrantEvent.Kind.NEEDS_CONSENT);
  }

  @Test
  void noticesARequestWhoseNodeDied() throws SQLException {
    long grant = active("alice");
    makeStale(grant);
    begin(grant);
    steps.markLapsed(10);
    assertThat(state(grant)).as("it may be at work").isEqualTo(GrantState.ACTIVE);
    makeLeaseLapse(grant);
    steps.markLapsed(10);
    assertThat(state(grant)).isEqualTo(GrantState.UNCERTAIN);
    assertThat(tokens.view(grant).why()).contains("server stopped");
  }

  @Test
  void keepsTheOnlyLivingPairAlsoWhenItComesAfterItsLease() throws SQLException {
    long grant = stale("alice");
    Turn.Mine slow = begin(grant);
    TokenSet answer = login.refresh(slow.refreshToken());
    makeLeaseLapse(grant);
    Turn.Mine other = begin(grant);
    assertThat(steps.store(slow.request(), answer)).isPresent();
    steps.dead(other.request(), "Invalid Refresh Token");
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(answer.accessToken());
  }

  @Test
  void revivesAGrantWhoseAnswerComesAfterTheVerdict() throws SQLException {
    long grant = stale("alice");
    Turn.Mine slow = begin(grant);
    TokenSet answer = login.refresh(slow.refreshToken());
    makeLeaseLapse(grant);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertThat(state(grant)).isEqualTo(GrantState.NEEDS_CONSENT);
    assertThat(storing.keep(slow, answer)).isPresent();
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(answer.accessToken());
  }

  @Test
  void prefersTheAnswerToTheLaterRequestWhereBothWereAnswered() throws Exception {
    long grant = stale("alice");
    ups().toleratesUsedRefreshTokensFor(Duration.ofMinutes(5));
    Turn.Mine one = begin(grant);
    TokenSet first = login.refresh(one.refreshToken());
    makeLeaseLapse(grant);
    Turn.Mine two = begin(grant);
    TokenSet second = login.refresh(two.refreshToken());
    assertThat(steps.store(one.request(), first)).isPresent();
    assertThat(steps.store(two.request(), second)).isPresent();
    assertThat(steps.store(one.request(), first)).as("late and twice").isEmpty();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(second.accessToken());
  }

  @Test
  void goesOnAtOnceAndStoresWhenTheDatabaseComesBack() throws Exception {
    long grant = stale("alice");
    TestSettings.set("supercargo.vault.longest-wait", "PT1M");
    ups().isSlow("refresh", Duration.ofSeconds(6));
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Credentials> answer = thread.submit(() -> tokens.accessFor(grant));
      eventually(() -> ups().refreshCalls() == 1);
      rename("carrier_grant", "carrier_grant_away");
      Credentials credentials;
      try {
        credentials = answer.get();
        assertThat(credentials.generation()).isEqualTo(2);
        assertThat(tokens.accessFor(grant)).as("meanwhile").isEqualTo(credentials);
        assertThat(journal.waiting()).extracting(Request::grant).containsExactly(grant);
      } finally {
        rename("carrier_grant_away", "carrier_grant");
      }
      eventually(() -> tokens.view(grant).generation() == 2);
      eventually(() -> journal.waiting().isEmpty());
      assertThat(tokens.accessFor(grant)).isEqualTo(credentials);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
    makeStale(grant);
    assertThat(tokens.accessFor(grant).generation()).as("the stored pair lives").isEqualTo(3);
  }

  @Test
  void isNotHeldUpByAPairThatCanNeverBeStored() throws Exception {
    Turn.Mine gone = begin(stale("alice"));
    Turn.Mine kept = begin(stale("bob"));
    TokenSet lost = login.refresh(gone.refreshToken());
    TokenSet answer = login.refresh(kept.refreshToken());
    rename("carrier_grant", "carrier_grant_away");
    try {
      assertThat(storing.keep(gone, lost)).isPresent();
      assertThat(storing.keep(kept, answer)).isPresent();
      executeElsewhere("delete from carrier_grant_away where id = ?", gone.request().grant());
    } finally {
      rename("carrier_grant_away", "carrier_grant");
    }
    storing.go();
    assertThat(tokens.view(kept.request().grant()).generation()).isEqualTo(2);
    eventually(() -> journal.waiting().isEmpty());
  }

  @Test
  void storesWhatAStoppedNodeLeftInItsJournal() throws Exception {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    write(mine, answer);
    storing.go();
    assertThat(journal.waiting()).isEmpty();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(answer.accessToken());
    assertThat(tokens.view(grant).generation()).isEqualTo(2);
  }

  @Test
  void doesNothingAboutAnEntryThatHadBeenStored() throws Exception {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    steps.store(mine.request(), answer);
    write(mine, answer);
    storing.go();
    assertThat(journal.waiting()).isEmpty();
    assertThat(tokens.view(grant).generation()).isEqualTo(2);
  }

  @Test
  void dropsAnEntryOfADeletedGrantAndOfNone() throws Exception {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    write(mine, answer);
    journal.write(new Request(999_999_999, 1, 1), new byte[] {1});
    tokens.forget(grant);
    storing.go();
    assertThat(journal.waiting()).isEmpty();
    assertThat(state(grant)).isEqualTo(GrantState.DELETED);
  }

  @Test
  void keepsAnEntryThatDoesNotOpen() throws Exception {
    long grant = active("alice");
    Request request = new Request(grant, 1, 1);
    journal.write(
        request,
        Custodies.elsewhere()
            .seal(
                Written.of(Consent.of(login, ups(), "bob")),
                Places.journal(grant, Journal.name(request)))
            .bytes());
    try {
      storing.go();
      assertThat(journal.waiting()).containsExactly(request);
      assertThat(tokens.view(grant).generation()).isEqualTo(1);
    } finally {
      journal.drop(request);
    }
  }

  private void write(Turn.Mine mine, TokenSet answer) throws IOException {
    journal.write(
        mine.request(), mine.seal().journal(Written.of(answer), Journal.name(mine.request())));
  }
}
