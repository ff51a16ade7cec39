package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;
import org.supercargo.scenario.Ups;

/** Accounts connected the real way, for tests of other rooms. */
@ApplicationScoped
public class ConnectedAccounts {
  private static final Secret BROWSER = Secret.of("the cookie of a browser");

  @Inject Registration registration;
  @Inject Accounts accounts;

  public long one(Ups ups, String user, String number, Actor who) {
    Departure departure = registration.begin(new Purpose.Add(), who, BROWSER);
    URI consent = ((Departure.Leave) departure).consentPage();
    Callback callback = Registering.callback(ups.consents(consent, user));
    Arrival arrival = registration.complete(callback, who, BROWSER);
    long attempt = ((Arrival.DetailsWanted) arrival).attempt();
    Saved saved = registration.save(attempt, Details.of(number), false, who);
    return Registering.id(saved);
  }

  public long withoutOAuth(String number, Actor who) {
    return accounts.addWithoutOAuth(Details.of(number), who);
  }

  public void delete(long account, Actor who) {
    accounts.delete(account, who);
  }
}
