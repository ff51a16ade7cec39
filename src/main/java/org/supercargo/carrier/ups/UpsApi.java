package org.supercargo.carrier.ups;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.HttpBasicAuthenticationScheme;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;

/**
 * UPS as an OAuth 2.0 provider, and the only class that knows ScribeJava. ScribeJava writes the
 * requests; they are sent and answered elsewhere, because its own client repeats a POST on a cut
 * connection and its reader trips over whatever is not the JSON it expects.
 */
final class UpsApi extends DefaultApi20 {
  private final UpsSettings settings;
  private final boolean basic;

  /**
   * @param basic whether the application identifies itself by Basic, else by its client id alone
   */
  private UpsApi(UpsSettings settings, boolean basic) {
    this.settings = settings;
    this.basic = basic;
  }

  static URI authorize(UpsSettings settings, ConsentRequest consent) {
    Secret verifier = consent.verifier();
    // UPS's specification has no code_challenge_method, which ScribeJava's own PKCE would add.
    Map<String, String> more =
        verifier == null ? Map.of() : Map.of("code_challenge", ProofKey.challenge(verifier));
    return URI.create(
        service(settings, true)
            .createAuthorizationUrlBuilder()
            .state(consent.state().reveal())
            .additionalParams(more)
            .build());
  }

  static HttpRequest token(UpsSettings settings, AuthorizationCode code) {
    Secret verifier = code.verifier();
    AccessTokenRequestParams asked = AccessTokenRequestParams.create(code.code().reveal());
    if (verifier != null) {
      asked.pkceCodeVerifier(verifier.reveal());
    }
    // UPS refuses a proof key together with Basic.
    return post(service(settings, verifier == null).createAccessTokenRequest(asked));
  }

  /** By Basic also where the log-in used a proof key: UPS knows no other way here. */
  static HttpRequest refresh(UpsSettings settings, Secret refreshToken) {
    return post(service(settings, true).createRefreshTokenRequest(refreshToken.reveal(), null));
  }

  @Override
  public String getAccessTokenEndpoint() {
    return settings.base() + "/security/v1/oauth/token";
  }

  @Override
  public String getRefreshTokenEndpoint() {
    return settings.base() + "/security/v1/oauth/refresh";
  }

  @Override
  protected String getAuthorizationBaseUrl() {
    return settings.base() + "/security/v1/oauth/authorize";
  }

  @Override
  public ClientAuthentication getClientAuthentication() {
    return basic
        ? HttpBasicAuthenticationScheme.instance()
        : RequestBodyAuthenticationScheme.instance();
  }

  private static Service service(UpsSettings settings, boolean basic) {
    return new Service(
        new UpsApi(settings, basic),
        settings.clientId(),
        basic ? settings.clientSecret().reveal() : null,
        settings.redirectUri());
  }

  private static HttpRequest post(OAuthRequest request) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(URI.create(request.getCompleteUrl()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(request.getByteArrayPayload()));
    request.getHeaders().forEach(post::setHeader);
    return post.build();
  }

  /** Opens what ScribeJava keeps for its heirs. Without a scope: UPS has none to ask for. */
  private static final class Service extends OAuth20Service {
    Service(UpsApi api, String id, @Nullable String secret, String callback) {
      super(api, id, secret, callback, null, "code", null, null, null, null);
    }

    @Override
    protected OAuthRequest createAccessTokenRequest(AccessTokenRequestParams params) {
      return super.createAccessTokenRequest(params);
    }

    @Override
    protected OAuthRequest createRefreshTokenRequest(String token, @Nullable String scope) {
      return super.createRefreshTokenRequest(token, scope);
    }
  }
}
