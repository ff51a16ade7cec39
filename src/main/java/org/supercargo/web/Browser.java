package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import org.supercargo.carrier.Secret;

/**
 * A random cookie that ties a trip to the carrier to the browser that began it. Lives as long as
 * the browser is open, longer than a session here, so that signing in again does not break a trip.
 */
@RequestScoped
public class Browser {
  private static final String NAME = "supercargo-browser";

  private boolean secure;
  private Secret secret = Secret.of("");

  /** For CDI's client proxy only. */
  protected Browser() {}

  @Inject
  Browser(HttpServletRequest request) {
    secure = request.isSecure();
    secret =
        Cookies.value(request, name())
            .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
            .map(Secret::of)
            .orElseGet(() -> Secret.of(FormToken.random()));
  }

  Secret secret() {
    return secret;
  }

  NewCookie cookie() {
    return new NewCookie.Builder(name())
        .value(secret.reveal())
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** Browsers take a {@code __Host-} cookie over TLS only. */
  private String name() {
    return secure ? "__Host-" + NAME : NAME;
  }
}
