package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;

class CallbackIT extends Registering {
  private static final Purpose ADD = new Purpose.Add();

  @Test
  void refusesACallbackWithoutState() {
    assertThat(reason(new Callback(null, Secret.of("x"), null, null)))
        .isEqualTo(Reason.STATE_MISSING);
  }

  @Test
  void refusesAStateThatNobodyMade() {
    assertThat(reason(new Callback(Secret.of("made up"), Secret.of("x"), null, null)))
        .isEqualTo(Reason.STATE_UNKNOWN);
    assertThat(audited("CONSENT_RETURNED")).containsExactly("REFUSED");
  }

  @Test
  void refusesAStateThatWasUsed() {
    Callback callback = consent(ADD, "alice");
    assertThat(complete(callback)).isInstanceOf(Arrival.DetailsWanted.class);

    assertThat(reason(callback)).isEqualTo(Reason.STATE_USED);
    assertThat(ups().count("token")).isEqualTo(1);
  }

  @Test
  void takesAStateOnceWhenItComesEightTimesAtOnce() {
    Callback callback = consent(ADD, "alice");

    List<Arrival> arrivals = atOnce(8, () -> complete(callback));

    assertThat(arrivals).filteredOn(Arrival.DetailsWanted.class::isInstance).hasSize(1);
    assertThat(arrivals)
        .filteredOn(Arrival.Refused.class::isInstance)
        .hasSize(7)
        .allMatch(one -> ((Arrival.Refused) one).reason() == Reason.STATE_USED);
    assertThat(ups().count("token")).isEqualTo(1);
  }

  @Test
  void refusesAStateThatCameTooLate() {
    Callback callback = consent(ADD, "alice");
    execute("update connect_attempt set expires_at = started_at");

    assertThat(reason(callback)).isEqualTo(Reason.STATE_EXPIRED);
    assertThat(ups().count("token")).isZero();
  }

  @Test
  void refusesAnotherBrowserAndUsesTheStateUp() {
    Callback callback = consent(ADD, "alice");

    assertThat(registration.complete(callback, ROSA, Secret.of("another cookie")))
        .isEqualTo(Journey.refused(Reason.OTHER_BROWSER));
    assertThat(reason(callback)).isEqualTo(Reason.STATE_USED);
    assertThat(ups().count("token")).isZero();
  }

  @Test
  void refusesAnotherPerson() {
    Callback callback = consent(ADD, "alice");

    assertThat(registration.complete(callback, new Actor("paul", null), BROWSER))
        .isEqualTo(Journey.refused(Reason.OTHER_PERSON));
  }

  @Test
  void tellsInTheCarriersWordsThatConsentWasDenied() {
    URI back = ups().denies(begin(ADD));

    Arrival arrival = complete(callback(back));

    assertThat(((Arrival.Refused) arrival).reason()).isEqualTo(Reason.DENIED);
    assertThat(((Arrival.Refused) arrival).said().code()).isNotEmpty();
    assertThat(texts("select outcome from connect_attempt")).containsExactly("REFUSED");
    assertThat(texts("select detail from connect_attempt").getFirst())
        .startsWith("denied at the consent page: ");
  }

  @Test
  void refusesACallbackWithoutCode() {
    Callback callback = consent(ADD, "alice");

    assertThat(reason(new Callback(callback.state(), null, null, null)))
        .isEqualTo(Reason.CODE_MISSING);
  }

  @Test
  void refusesACodeThatTheCarrierDoesNotKnow() {
    Callback callback = consent(ADD, "alice");

    assertThat(reason(new Callback(callback.state(), Secret.of("wrong"), null, null)))
        .isEqualTo(Reason.CODE_REFUSED);
  }

  @Test
  void refusesACodeThatWasReplayedUnderAnotherState() {
    Callback first = consent(ADD, "alice");
    complete(first);
    Callback second = consent(ADD, "alice");

    assertThat(reason(new Callback(second.state(), first.code(), null, null)))
        .isEqualTo(Reason.CODE_REFUSED);
  }

  @Test
  void saysThatTheCarrierIsAwayWhateverItAnswersToTheCode() {
    for (int status : new int[] {429, 500, 503}) {
      Callback callback = consent(ADD, "alice");
      ups().answersNext("token", status);
      assertThat(reason(callback)).as("%d", status).isEqualTo(Reason.CARRIER_UNAVAILABLE);
    }
    Callback callback = consent(ADD, "alice");
    ups().answersNextWithHtml("token", 200, "<html>Maintenance</html>");
    assertThat(reason(callback)).isEqualTo(Reason.CARRIER_UNAVAILABLE);
    Callback cut = consent(ADD, "alice");
    ups().cutsNextAfterWork("token");
    assertThat(reason(cut)).isEqualTo(Reason.CARRIER_UNAVAILABLE);
    assertThat(grantsWithTokens()).isZero();
  }

  @Test
  void saysThatTheApplicationIsRefusedBeforeAnybodyIsSentAway() {
    ups().blocksTheMerchant(true);

    assertThat(registration.begin(ADD, ROSA, BROWSER))
        .isInstanceOfSatisfying(
            Departure.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.APPLICATION_REFUSED));
    assertThat(texts("select outcome from connect_attempt")).containsExactly("REFUSED");
  }

  @Test
  void saysThatTheCarrierIsAwayBeforeAnybodyIsSentAway() {
    ups().answersNext("authorize", 503);

    assertThat(registration.begin(ADD, ROSA, BROWSER))
        .isInstanceOfSatisfying(
            Departure.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.CARRIER_UNAVAILABLE));
  }

  @Test
  void refusesAnAccountThatWasDeleted() {
    long id = accounts.addWithoutOAuth(Details.of("A1B2C3"), ROSA);
    Callback callback = consent(new Purpose.Connect(id), "alice");
    accounts.delete(id, ROSA);

    assertThat(reason(callback)).isEqualTo(Reason.ACCOUNT_GONE);
    assertThat(registration.begin(new Purpose.Connect(id), ROSA, BROWSER))
        .isInstanceOfSatisfying(
            Departure.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.ACCOUNT_GONE));
  }

  @Test
  void storesNeitherStateNorCookieNorCodeInClear() {
    Callback callback = consent(ADD, "alice");
    complete(callback);

    String row =
        texts(
                "select state_hash || ' ' || browser_hash || ' ' || coalesce(detail, '')"
                    + " from connect_attempt")
            .getFirst();
    assertThat(callback.state().reveal()).hasSize(43);
    assertThat(row).doesNotContain(callback.state().reveal(), BROWSER.reveal());
    assertThat(row).doesNotContain(callback.code().reveal());
  }

  private Arrival complete(Callback callback) {
    return registration.complete(callback, ROSA, BROWSER);
  }

  private Reason reason(Callback callback) {
    Arrival arrival = complete(callback);
    assertThat(arrival).isInstanceOf(Arrival.Refused.class);
    return ((Arrival.Refused) arrival).reason();
  }
}
