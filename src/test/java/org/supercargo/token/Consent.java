package org.supercargo.token;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.scenario.Ups;

/** Real tokens of the simulated UPS. */
final class Consent {
  private Consent() {}

  static TokenSet of(CarrierLogin login, Ups ups, String user) {
    URI page = login.consentPage(new ConsentRequest(Secret.of("state"), null));
    String query = ups.consents(page, user).getRawQuery();
    String code = query.replaceFirst(".*code=([^&]*).*", "$1");
    return login.exchange(
        new AuthorizationCode(Secret.of(URLDecoder.decode(code, StandardCharsets.UTF_8)), null));
  }
}
