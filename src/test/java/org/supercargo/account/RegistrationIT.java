package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

class RegistrationIT extends Registering {
  @Inject LastUsed lastUsed;
  @Inject Verdicts verdicts;

  @Test
  void connectsANumberThatTheLogInHolds() {
    long attempt = consented("alice");
    assertThat(registration.openUntil(attempt, ROSA).orElseThrow())
        .isBetween(Instant.now().plusSeconds(1_700), Instant.now().plusSeconds(1_801));

    long id = id(save(attempt, "A1B2C3"));

    AccountView view = view(id);
    assertThat(view.row().oauth()).isTrue();
    assertThat(view.row().status()).isEqualTo(AccountStatus.CONNECTED);
    assertThat(view.row().daysLeft()).isEqualTo(59);
    assertThat(view.row().connectedBy()).isEqualTo("rosa");
    assertThat(view.negotiatedRates()).isTrue();
    assertThat(view.details().phone()).isEqualTo("+14045550123");
    assertThat(accounts.timeline(id).entries()).extracting(Timeline.Entry::kind).contains("ISSUED");
    assertThat(accounts.credentials(id).accessToken().reveal()).isNotEmpty();
    lastUsed.go();
    assertThat(view(id).row().usedAt()).isNotNull();
    assertThat(registration.openUntil(attempt, ROSA)).isEmpty();
    assertThat(audited("CONSENT_STARTED")).containsExactly("DONE");
    assertThat(audited("ACCOUNT_ADDED")).containsExactly("DONE");
    assertThat(audited("ACCOUNT_CONNECTED")).containsExactly("DONE");
  }

  @Test
  void tellsWhenThereAreNoNegotiatedRates() {
    assertThat(view(connected("dave", "D4V300")).negotiatedRates()).isFalse();
  }

  @Test
  void letsAWrongNumberBeCorrectedWithoutANewConsent() {
    long attempt = consented("alice");

    Saved wrong = save(attempt, "ZZZZZZ");
    assertThat(wrong).isInstanceOf(Saved.NotHeld.class);
    assertThat(((Saved.NotHeld) wrong).said().text()).contains("Missing or invalid shipper number");
    assertThat(number("select count(*) from carrier_account")).isZero();

    assertThat(save(attempt, "12345")).isInstanceOf(Saved.Invalid.class);
    assertThat(status(id(save(attempt, "A1B2C3")))).isEqualTo(AccountStatus.CONNECTED);
    assertThat(ups().count("token")).isEqualTo(1);
    assertThat(audited("ACCOUNT_CONNECTED")).containsExactly("REFUSED", "DONE");
  }

  @Test
  void addsAnotherNumberOfTheSameLogInWithoutANewConsent() {
    long first = connected("alice", "A1B2C3");

    long second = id(registration.saveAnother(first, Details.of("001234"), false, ROSA));

    assertThat(view(first).siblings()).containsExactly("001234");
    assertThat(view(second).siblings()).containsExactly("A1B2C3");
    assertThat(ups().count("token")).isEqualTo(1);
    assertThat(number("select count(*) from carrier_grant")).isEqualTo(1);
    assertThat(registration.saveAnother(first, Details.of("4E5F6G"), false, ROSA))
        .isInstanceOf(Saved.NotHeld.class);
    assertThat(registration.saveAnother(first, Details.of("001234"), false, ROSA))
        .isEqualTo(new Saved.Connected(second));
  }

  @Test
  void connectsOnceWhenSubmittedEightTimesAtOnce() {
    long attempt = consented("alice");

    List<Saved> answers = atOnce(8, () -> save(attempt, "A1B2C3"));

    assertThat(answers).containsOnly(new Saved.Connected(id(answers.getFirst())));
    assertThat(number("select count(*) from carrier_account")).isEqualTo(1);
    assertThat(audited("ACCOUNT_CONNECTED")).containsExactly("DONE");
    assertThat(save(attempt, "A1B2C3")).isEqualTo(answers.getFirst());
    assertThat(save(attempt, "001234")).isInstanceOf(Saved.ConsentGone.class);
  }

  @Test
  void connectsOnceWhenTwoTabsSubmitTheSameNumber() {
    List<Long> attempts = List.of(consented("alice"), consented("alice"));
    Iterator<Long> next = attempts.iterator();

    List<Saved> answers =
        atOnce(
            2,
            () -> {
              long attempt;
              synchronized (next) {
                attempt = next.next();
              }
              return save(attempt, "A1B2C3");
            });

    long id = number("select id from carrier_account");
    assertThat(answers)
        .containsExactlyInAnyOrder(new Saved.Connected(id), new Saved.AlreadyConnected(id));
    assertThat(number("select count(*) from carrier_account")).isEqualTo(1);
  }

  @Test
  void addsOnceWhenAnotherNumberIsSubmittedEightTimesAtOnce() {
    long first = connected("alice", "A1B2C3");

    List<Saved> answers =
        atOnce(8, () -> registration.saveAnother(first, Details.of("001234"), false, ROSA));

    assertThat(answers).containsOnly(new Saved.Connected(id(answers.getFirst())));
    assertThat(number("select count(*) from carrier_account")).isEqualTo(2);
  }

  @Test
  void keepsAConnectedNumberAsItIs() {
    long id = connected("alice", "A1B2C3");
    long attempt = consented("alice");

    assertThat(save(attempt, "0000a1b2c3")).isEqualTo(new Saved.AlreadyConnected(id));

    assertThat(save(attempt, "001234")).isInstanceOf(Saved.Connected.class);
  }

  @Test
  void connectsADeadNumberInPlaceAndDestroysItsOldTokens() {
    long id = connected("alice", "A1B2C3");
    execute("update carrier_grant set state = 'NEEDS_CONSENT'");
    assertThat(status(id)).isEqualTo(AccountStatus.NEEDS_CONSENT);

    assertThat(connected("alice", "A1B2C3")).isEqualTo(id);

    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(audited("TOKENS_DESTROYED")).containsExactly("DONE");
  }

  @Test
  void connectsAnAccountFromBeforeOAuth() {
    long id = accounts.addWithoutOAuth(Details.of("A1B2C3"), ROSA);
    assertThat(view(id).row().oauth()).isFalse();
    assertThat(status(id)).isEqualTo(AccountStatus.NO_OAUTH);

    assertThat(arrive(new Purpose.Connect(id), "bob")).isInstanceOf(Arrival.WrongUser.class);
    assertThat(status(id)).isEqualTo(AccountStatus.NO_OAUTH);
    assertThat(grantsWithTokens()).isZero();

    assertThat(arrive(new Purpose.Connect(id), "alice")).isInstanceOf(Arrival.Connected.class);
    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void keepsANumberAsNotVerifiedOnlyWhenAsked() {
    long attempt = consented("alice");
    ups().answersNext("rate", 503, 2);

    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.Unavailable.class);
    Saved kept = registration.save(attempt, Details.of("A1B2C3"), true, ROSA);

    assertThat(kept).isInstanceOf(Saved.KeptUnverified.class);
    long id = ((Saved.KeptUnverified) kept).accountId();
    assertThat(status(id)).isEqualTo(AccountStatus.NOT_VERIFIED);
    assertThat(view(id).row().oauth()).isFalse();
    assertThat(accounts.attention().notVerified()).isEqualTo(1);
    assertThat(registration.verify(id, ROSA)).isEqualTo(new Saved.Connected(id));
    assertThat(view(id).row().oauth()).isTrue();
    assertThat(audited("ACCOUNT_VERIFIED")).containsExactly("DONE");
  }

  @Test
  void keepsAnUncertainConnectionWhenTheNumberIsNotProvenAnew() {
    keepsAConnectionThatStillServes("UNCERTAIN");
  }

  @Test
  void keepsAConnectionThatNeedsAttentionWhenTheNumberIsNotProvenAnew() {
    keepsAConnectionThatStillServes("NEEDS_ATTENTION");
  }

  private void keepsAConnectionThatStillServes(String state) {
    long id = connected("alice", "A1B2C3");
    execute("update carrier_grant set state = '" + state + "'");
    long attempt = consented("alice");
    ups().answersNext("rate", 503);

    assertThat(registration.save(attempt, Details.of("A1B2C3"), true, ROSA))
        .isInstanceOf(Saved.Unavailable.class);

    assertThat(status(id)).isEqualTo(AccountStatus.valueOf(state));
    assertThat(accounts.credentials(id).accessToken().reveal()).isNotEmpty();
    assertThat(audited("TOKENS_DESTROYED")).isEmpty();
    assertThat(audited("ACCOUNT_CONNECTED")).containsExactly("DONE", "FAILED");
    assertThat(save(attempt, "A1B2C3")).isEqualTo(new Saved.Connected(id));
    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void neverVouchesForAnUnverifiedNumberThatTurnsOutWrong() {
    long attempt = consented("bob");
    ups().answersNext("rate", 503);
    Saved kept = registration.save(attempt, Details.of("A1B2C3"), true, ROSA);
    long id = ((Saved.KeptUnverified) kept).accountId();

    assertThat(registration.verify(id, ROSA)).isInstanceOf(Saved.NotHeld.class);

    assertThat(view(id).verification()).isEqualTo(Verification.NOT_HELD);
    assertThat(status(id)).isEqualTo(AccountStatus.NOT_VERIFIED);
    assertThat(view(id).said().text()).contains("shipper number");
    assertThat(arrive(new Purpose.Connect(id), "alice")).isInstanceOf(Arrival.Connected.class);
    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void notesThatAKnownNumberWasTakenOverUnverified() {
    long id = accounts.addWithoutOAuth(Details.of("A1B2C3"), ROSA);
    long attempt = consented("alice");
    ups().answersNext("rate", 503);

    assertThat(registration.save(attempt, Details.of("A1B2C3"), true, ROSA))
        .isInstanceOf(Saved.KeptUnverified.class);

    assertThat(status(id)).isEqualTo(AccountStatus.NOT_VERIFIED);
    assertThat(
            texts(
                "select outcome || ' ' || detail from audit_entry"
                    + " where action = 'ACCOUNT_CONNECTED' and account_id = "
                    + id))
        .hasSize(1)
        .allMatch(entry -> entry.startsWith("FAILED not verified"));
  }

  @Test
  void leavesANumberProvenThatAnOlderAnswerDenies() {
    long id = connected("alice", "A1B2C3");
    long grant = number("select id from carrier_grant");
    Proof late = new Proof.NotHeld(new CarrierMessage("112111", "Invalid shipper number"));

    assertThat(verdicts.settle(id, grant, late, ROSA)).isEqualTo(new Saved.Connected(id));

    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(audited("ACCOUNT_VERIFIED")).isEmpty();
  }

  @Test
  void saysWhenTheApplicationLacksTheProduct() {
    long attempt = consented("alice");
    ups().enablesProducts();

    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.NotEnabled.class);
    assertThat(number("select count(*) from carrier_account")).isZero();
  }

  @Test
  void wantsAConsentAgainAfterThePendingTime() {
    long attempt = consented("alice");
    execute("update connect_attempt set expires_at = started_at");

    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.ConsentGone.class);
    assertThat(registration.openUntil(attempt, ROSA)).isEmpty();
  }

  @Test
  void wantsAConsentAgainWhenTheTokensAreGone() {
    long attempt = consented("alice");
    execute("update carrier_grant set pending_until = created_at");

    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.ConsentGone.class);
  }

  @Test
  void givesNobodyAnotherPersonsTokens() {
    long attempt = consented("alice");
    Actor mallory = new Actor("mallory", "192.0.2.9");

    assertThat(registration.save(attempt, Details.of("A1B2C3"), false, mallory))
        .isInstanceOf(Saved.ConsentGone.class);
    assertThat(registration.openUntil(attempt, mallory)).isEmpty();
    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.Connected.class);
  }

  @Test
  void keepsThirtyFiveEmojiAndScriptsAsText() {
    String emoji = "📦".repeat(35);
    AccountDetails details =
        new Details().with("company", emoji).with("nickname", "<script>alert(1)</script>").done();

    long id = id(registration.save(consented("alice"), details, false, ROSA));

    assertThat(view(id).details().company()).isEqualTo(emoji);
    assertThat(view(id).details().nickname()).isEqualTo("<script>alert(1)</script>");
  }
}
