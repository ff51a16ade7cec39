package org.supercargo.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** What every response carries, whoever writes it. */
@Named
@ApplicationScoped
public class ResponseHeaders {
  static final String POLICY = "Content-Security-Policy";
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
  private static final Map<String, String> ALWAYS = always();

  private String pages = "";
  private boolean secure;

  /** For CDI's client proxy only. */
  protected ResponseHeaders() {}

  @Inject
  ResponseHeaders(Settings settings) {
    URI carrier = settings.get(Keys.UPS_BASE_URL);
    secure = settings.get(Keys.PUBLIC_URL).getScheme().equals("https");
    pages = policy(carrier);
  }

  void put(HttpServletRequest request, HttpServletResponse response) {
    ALWAYS.forEach(response::setHeader);
    response.setHeader(POLICY, Door.isApi(request) ? DATA : pages);
    if (secure || request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!Door.isResource(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  /** For PrimeFaces, which appends the page's nonce: the scripts' part must be the last. */
  public String getPolicy() {
    return pages;
  }

  /** Chromium holds a form's redirects to form-action too, and our form leads to UPS's log-in. */
  private static String policy(URI carrier) {
    String host = carrier.getScheme() + "://" + carrier.getAuthority();
    String hosts = host.endsWith(".ups.com") ? host + " https://*.ups.com" : host;
    return "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self';"
        + " img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline';"
        + " frame-ancestors 'none'; form-action 'self' "
        + hosts
        + "; script-src 'self'";
  }

  private static Map<String, String> always() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self)");
    return headers;
  }
}
