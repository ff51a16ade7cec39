package org.supercargo.access.key;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/** How a provider's tokens are verified: signed by one of its public keys, for us, and in time. */
final class Jwts {
  private static final int PATIENCE_MILLIS = 3_000;
  private static final int LONGEST_KEYS = 200_000;

  /** No shared secrets, and never none. */
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private Jwts() {}

  static JWTProcessor<SecurityContext> of(Settings settings, Clock clock) {
    var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_KEYS);
    var keys = JWKSourceBuilder.create(keysAt(settings), retriever).retrying(true).build();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, keys));
    processor.setJWTClaimsSetVerifier(claims(settings, clock));
    return processor;
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> claims(Settings settings, Clock clock) {
    String issuer = settings.get(Keys.OIDC_ISSUER).orElseThrow();
    String audience = settings.get(Keys.OIDC_AUDIENCE).orElseThrow();
    return new DefaultJWTClaimsVerifier<>(
        audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")) {
      @Override
      protected Date currentTime() {
        return Date.from(clock.instant());
      }
    };
  }

  private static URL keysAt(Settings settings) {
    try {
      return URI.create(settings.get(Keys.OIDC_KEYS).orElseThrow()).toURL();
    } catch (MalformedURLException | IllegalArgumentException wrong) {
      throw new WrongSetting(Keys.OIDC_KEYS.name(), "must be an http or https address");
    }
  }
}
