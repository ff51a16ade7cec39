package org.supercargo.carrier.ups;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Query;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.scenario.Ups;
import org.supercargo.setting.Settings;

/** The room's beans, put together without a container. */
final class Wired implements AutoCloseable {
  static final String REDIRECT = "http://localhost:8080/connect/ups/callback";

  final UpsSettings settings = new UpsSettings();
  final UpsHttp http = new UpsHttp();
  final UpsLogin login = new UpsLogin();
  final UpsAccounts accounts = new UpsAccounts();
  final UpsWire wire = new UpsWire();
  final UpsRates rates = new UpsRates();
  final UpsShipping shipping = new UpsShipping();
  final UpsTracking tracking = new UpsTracking();

  private Wired(Map<String, String> values, Clock clock) {
    settings.settings = new Settings(key -> Optional.ofNullable(values.get(key)));
    http.settings = settings;
    http.clock = clock;
    UpsConsentPage page = new UpsConsentPage();
    page.settings = settings;
    page.http = http;
    login.settings = settings;
    login.http = http;
    login.consentPage = page;
    accounts.settings = settings;
    accounts.http = http;
    wire.settings = settings;
    wire.http = http;
    wire.clock = clock;
    rates.wire = wire;
    shipping.wire = wire;
    shipping.settings = settings;
    tracking.wire = wire;
  }

  static Wired to(Ups ups, String... more) {
    return to(ups.uri().toString(), Clock.systemUTC(), more);
  }

  /** Names and values in turn after the address. */
  static Wired to(String baseUrl, Clock clock, String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("supercargo.ups.base-url", baseUrl);
    values.put("supercargo.ups.client-id", Ups.CLIENT_ID);
    values.put("supercargo.ups.client-secret", Ups.CLIENT_SECRET);
    values.put("supercargo.ups.redirect-uri", REDIRECT);
    values.put("supercargo.ups.start", "authorize");
    values.put("supercargo.ups.proof-key", "false");
    values.put("supercargo.ups.connect-timeout", "PT1S");
    values.put("supercargo.ups.read-timeout", "PT2S");
    values.put("supercargo.ups.rate-timeout", "PT2S");
    values.put("supercargo.ups.ship-timeout", "PT5S");
    values.put("supercargo.ups.void-timeout", "PT5S");
    values.put("supercargo.ups.recover-timeout", "PT5S");
    values.put("supercargo.ups.track-timeout", "PT2S");
    values.put("supercargo.ups.wire-personal-data", "false");
    values.put("supercargo.ups.transaction-source", "supercargo test");
    values.put("supercargo.ups.inactivity-days", "60");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new Wired(values, clock);
  }

  /** What that log-in's consent gives. */
  Credentials credentialsOf(Ups ups, String user) {
    URI page = login.consentPage(new ConsentRequest(Secret.of("state"), null));
    Secret code = Secret.of(Query.value(ups.consents(page, user).getRawQuery(), "code"));
    TokenSet tokens = login.exchange(new AuthorizationCode(code, null));
    return new Credentials(tokens.accessToken(), tokens.accessExpiresAt(), 1);
  }

  @Override
  public void close() {
    http.stop();
  }
}
