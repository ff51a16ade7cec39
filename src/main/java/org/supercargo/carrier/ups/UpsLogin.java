package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/** UPS's OAuth dance: consent page, code, tokens, new tokens. */
@ApplicationScoped
class UpsLogin implements CarrierLogin {
  @Inject UpsSettings settings;
  @Inject UpsHttp http;
  @Inject UpsConsentPage consentPage;

  @Override
  public String carrier() {
    return "UPS";
  }

  @Override
  public boolean usesProofKey() {
    return settings.usesProofKey();
  }

  @Override
  public Duration longestCall() {
    return settings.longestCall();
  }

  @Override
  public URI consentPage(ConsentRequest request) {
    return settings.startsAtValidateClient()
        ? consentPage.byValidateClient(request)
        : consentPage.byAuthorize(request);
  }

  @Override
  public TokenSet exchange(AuthorizationCode code) {
    List<Secret> sent = new ArrayList<>(List.of(settings.clientSecret(), code.code()));
    if (code.verifier() != null) {
      sent.add(code.verifier());
    }
    return tokens(UpsApi.token(settings, code), sent, UpsErrors::login);
  }

  @Override
  public TokenSet refresh(Secret refreshToken) {
    List<Secret> sent = List.of(settings.clientSecret(), refreshToken);
    return tokens(UpsApi.refresh(settings, refreshToken), sent, UpsErrors::refresh);
  }

  private TokenSet tokens(
      HttpRequest request, List<Secret> sent, Function<UpsAnswer, CarrierException> refusal) {
    UpsAnswer answer = http.sendBriefly(request, sent);
    if (!answer.isSuccess()) {
      throw refusal.apply(answer);
    }
    return UpsTokens.read(answer, settings.inactivityLife());
  }
}
