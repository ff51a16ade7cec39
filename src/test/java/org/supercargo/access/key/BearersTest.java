package org.supercargo.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.access.key.Introduction.Refused;
import org.supercargo.access.key.Introduction.Unsure;
import org.supercargo.access.key.Introduction.Welcome;
import org.supercargo.setting.Settings;

/** Tokens of an OpenID Connect provider, with keys made here. */
class BearersTest {
  private final Provider provider = Provider.starts();
  private final Bearers bearers = bearers(provider.keysAt());

  @AfterEach
  void closes() {
    provider.close();
  }

  @Test
  void knowsACallerWithHisScopesAndAccounts() {
    JWTClaimsSet claims =
        provider
            .claims()
            .claim("preferred_username", "erp")
            .claim("scope", "openid rates track")
            .claim("accounts", List.of(7, 9))
            .build();
    Caller caller = ((Welcome) bearers.who(provider.signs(claims))).caller();
    assertThat(caller.name()).isEqualTo("oidc:erp");
    assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.RATES, Scope.TRACK);
    assertThat(caller.accounts()).containsExactlyInAnyOrder(7L, 9L);
    assertThat(caller.perMinute()).isEqualTo(600);
    assertThat(caller.countedAs()).startsWith("oidc:").doesNotContain("4711");
  }

  @Test
  void givesALongNameAShortOneOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (String name : List.of("a".repeat(100), "a".repeat(101), "line\nbreak")) {
      JWTClaimsSet claims = provider.claims().claim("upn", name).build();
      names.add(((Welcome) bearers.who(provider.signs(claims))).caller().name());
    }
    assertThat(names).hasSize(3).allMatch(name -> name.matches("oidc:[\\w-]{43}"));
  }

  @Test
  void readsScopesFromAListToo() {
    JWTClaimsSet claims = provider.claims().claim("scp", List.of("ship", "void")).build();
    Caller caller = ((Welcome) bearers.who(provider.signs(claims))).caller();
    assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.SHIP, Scope.VOID);
    assertThat(caller.name()).isEqualTo("oidc:4711");
    assertThat(caller.accounts()).isNull();
  }

  @Test
  void restrictsToNothingWhereTheAccountsCantBeRead() {
    JWTClaimsSet claims = provider.claims().claim("accounts", "all").build();
    assertThat(((Welcome) bearers.who(provider.signs(claims))).caller().accounts()).isEmpty();
  }

  @Test
  void refusesAnotherIssuerAudienceSignatureOrTime() {
    refuses(provider.signs(provider.claims().issuer("https://evil.example/").build()));
    refuses(provider.signs(provider.claims().audience("another").build()));
    refuses(provider.signs(provider.claims().audience((String) null).build()));
    refuses(provider.signs(provider.claims().subject(null).build()));
    refuses(provider.signs(provider.claims().expirationTime(null).build()));
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    refuses(provider.signs(provider.claims().expirationTime(past).build()));
    Date later = Date.from(Instant.now().plus(Duration.ofMinutes(5)));
    refuses(provider.signs(provider.claims().notBeforeTime(later).build()));
    refuses(provider.forges(provider.claims().build()));
  }

  @Test
  void refusesATokenThatIsNotSignedOrSignedWithAWordThatAllKnow() throws JOSEException {
    refuses(new PlainJWT(provider.claims().build()).serialize());
    SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), provider.claims().build());
    shared.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
    refuses(shared.serialize());
    refuses("no.token.at-all");
    refuses("");
  }

  @Test
  void findsTheProvidersNewKeyByItself() {
    assertThat(bearers.who(provider.signs(provider.claims().build()))).isInstanceOf(Welcome.class);
    provider.turnsItsKey();
    assertThat(bearers.who(provider.signs(provider.claims().build()))).isInstanceOf(Welcome.class);
  }

  @Test
  void isUnsureWhileTheProvidersKeysCantBeRead() {
    String token = provider.signs(provider.claims().build());
    provider.close();
    assertThat(bearers.who(token)).isInstanceOf(Unsure.class);
  }

  @Test
  void takesNoTokenUnlessAProviderIsSet() {
    Bearers off = new Bearers(settings(Map.of()), Clock.systemUTC());
    assertThat(off.who(provider.signs(provider.claims().build()))).isInstanceOf(Refused.class);
  }

  private void refuses(String token) {
    assertThat(bearers.who(token)).as(token).isInstanceOf(Refused.class);
  }

  private Bearers bearers(String keysAt) {
    return new Bearers(
        settings(
            Map.of(
                "supercargo.api.oidc.issuer",
                provider.issuer(),
                "supercargo.api.oidc.audience",
                Provider.AUDIENCE,
                "supercargo.api.oidc.jwks-uri",
                keysAt)),
        Clock.systemUTC());
  }

  private static Settings settings(Map<String, String> set) {
    return new Settings(
        key ->
            key.equals("supercargo.api.requests-per-minute")
                ? Optional.of("600")
                : Optional.ofNullable(set.get(key)));
  }
}
