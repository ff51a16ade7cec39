package org.supercargo.access.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Callers that an OpenID Connect provider vouches for, when the settings name one. MicroProfile
 * JWT's names for claims: {@code upn}, {@code preferred_username} or {@code sub} for the caller;
 * {@code scope} or {@code scp} for what it may do; {@code accounts}, a list of ids, for the carrier
 * accounts it is restricted to.
 */
@ApplicationScoped
class Bearers {
  private static final int LONGEST_NAME = 70;

  private @Nullable JWTProcessor<SecurityContext> processor;
  private int perMinute;

  /** For CDI's client proxy only. */
  protected Bearers() {}

  @Inject
  Bearers(Settings settings, Clock clock) {
    this.processor =
        settings.get(Keys.OIDC_ISSUER).map(it -> Jwts.of(settings, clock)).orElse(null);
    this.perMinute = settings.get(Keys.API_REQUESTS);
  }

  Introduction who(String token) {
    JWTProcessor<SecurityContext> verifier = processor;
    if (verifier == null) {
      return new Introduction.Refused("Only API keys are taken here.");
    }
    try {
      return new Introduction.Welcome(caller(verifier.process(token, null)));
    } catch (ParseException | BadJOSEException refused) {
      // Its message may repeat claims; the reason is the caller's to find with the provider.
      return new Introduction.Refused(
          "The token is not valid here: signature, issuer, audience or time.");
    } catch (JOSEException unreadable) {
      return new Introduction.Unsure();
    }
  }

  private Caller caller(JWTClaimsSet claims) throws ParseException {
    String subject = Objects.requireNonNull(claims.getSubject());
    String name =
        Stream.of("upn", "preferred_username")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElse(subject);
    Set<Scope> scopes = Scope.among(words(claims, "scope"));
    scopes.addAll(Scope.among(words(claims, "scp")));
    String account = "oidc:" + new KeyText(subject).storedHash();
    return new Caller("oidc:" + shown(name), account, scopes, accounts(claims), perMinute);
  }

  /** Names go into rows that hold 80 letters; one that is cut might be another's. */
  private static String shown(String name) {
    return name.length() <= LONGEST_NAME && name.matches("\\P{Cntrl}+")
        ? name
        : new KeyText(name).storedHash();
  }

  private static List<String> words(JWTClaimsSet claims, String claim) throws ParseException {
    return claims.getClaim(claim) instanceof String words
        ? Arrays.asList(words.split(" "))
        : Objects.requireNonNullElse(claims.getStringListClaim(claim), List.of());
  }

  /** What can't be read restricts to nothing at all. */
  private static @Nullable Set<Long> accounts(JWTClaimsSet claims) {
    if (!claims.getClaims().containsKey("accounts")) {
      return null;
    }
    Set<Long> ids = new HashSet<>();
    if (claims.getClaim("accounts") instanceof List<?> list) {
      for (Object id : list) {
        if (id instanceof Number number) {
          ids.add(number.longValue());
        }
      }
    }
    return ids;
  }
}
