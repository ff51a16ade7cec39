package org.supercargo.shipping;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.supercargo.account.AccountDetails;
import org.supercargo.account.Arrival;
import org.supercargo.account.Callback;
import org.supercargo.account.Departure;
import org.supercargo.account.Purpose;
import org.supercargo.account.Registration;
import org.supercargo.account.Saved;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;
import org.supercargo.scenario.Ups;

/** A really connected account of the simulated UPS. */
final class Connected {
  private static final Secret BROWSER = Secret.of("the cookie of a browser");

  private Connected() {}

  static long account(Registration registration, Ups ups, String user, String number, Actor who) {
    Departure.Leave leave = (Departure.Leave) registration.begin(new Purpose.Add(), who, BROWSER);
    URI back = ups.consents(leave.consentPage(), user);
    Map<String, String> query = new HashMap<>();
    for (String pair : back.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Callback callback =
        new Callback(Secret.of(query.get("state")), Secret.of(query.get("code")), null, null);
    Arrival arrival = registration.complete(callback, who, BROWSER);
    long attempt = ((Arrival.DetailsWanted) arrival).attempt();
    Saved saved = registration.save(attempt, details(number), false, who);
    return ((Saved.Connected) saved).accountId();
  }

  private static AccountDetails details(String number) {
    return new AccountDetails(
        number,
        "US",
        "30328",
        "Atlanta",
        "Peachtree Paper",
        "Rosa Delgado",
        null,
        "75 Harbor Street",
        null,
        null,
        "Atlanta",
        "GA",
        "30328",
        "US",
        "404 555 0123",
        "shipping@peachtree.example");
  }
}
