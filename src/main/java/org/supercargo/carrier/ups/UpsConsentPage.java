package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;

/** Finds out where UPS wants the browser, by either of its two ways. */
@ApplicationScoped
class UpsConsentPage {
  @Inject UpsSettings settings;
  @Inject UpsHttp http;

  /** The specification's way: UPS answers with the address of its log-in page. */
  URI byAuthorize(ConsentRequest consent) {
    UpsAnswer answer = get(UpsApi.authorize(settings, consent), consent);
    if (!answer.isRedirect()) {
      throw answer.isSuccess()
          ? unexpected("UPS did not say where its log-in page is.")
          : UpsErrors.login(answer);
    }
    URI page =
        trusted(
            answer
                .header("location")
                .orElseThrow(() -> unexpected("UPS did not say where its log-in page is.")));
    if (page.getPath() != null && page.getPath().endsWith("error.page")) {
      throw new ApplicationRefused(
          UpsText.explained(
              "UPS shows its error page in place of its log-in.", UpsErrors.said(answer)));
    }
    return page;
  }

  /** The way of 2022: UPS names its log-in page, the application writes the query itself. */
  URI byValidateClient(ConsentRequest consent) {
    URI question =
        withQuery(
            settings.base() + "/security/v1/oauth/validate-client",
            Map.of("client_id", settings.clientId(), "redirect_uri", settings.redirectUri()));
    UpsAnswer answer = get(question, consent);
    UpsJson json = answer.json();
    if (!answer.isSuccess()) {
      throw UpsErrors.login(answer);
    }
    if (!json.text("result").filter("success"::equalsIgnoreCase).isPresent()) {
      throw unexpected("UPS did not confirm this application.");
    }
    String page =
        json.text("LassoRedirectURL")
            .orElseThrow(() -> unexpected("UPS did not say where its log-in page is."));
    return trusted(
        withQuery(page, query(consent, json.text("type").orElse("ups_com_api"))).toString());
  }

  private Map<String, String> query(ConsentRequest consent, String type) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", settings.redirectUri());
    query.put("response_type", "code");
    query.put("scope", "read");
    query.put("type", type);
    query.put("state", consent.state().reveal());
    Secret verifier = consent.verifier();
    if (verifier != null) {
      query.put("code_challenge", ProofKey.challenge(verifier));
    }
    return query;
  }

  private UpsAnswer get(URI address, ConsentRequest consent) {
    List<Secret> sent = new ArrayList<>(List.of(consent.state()));
    if (consent.verifier() != null) {
      sent.add(consent.verifier());
    }
    return http.send(HttpRequest.newBuilder(address).GET().build(), sent);
  }

  /**
   * Only UPS's own hosts over TLS, or the very server that was asked: whoever can forge one answer
   * must not be able to send an administrator to a page of his own.
   */
  private URI trusted(String address) {
    URI base = settings.base();
    URI page;
    try {
      page = base.resolve(address.strip());
    } catch (IllegalArgumentException noAddress) {
      throw unexpected("UPS named a log-in page whose address can't be read.");
    }
    String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
    boolean atUps =
        "https".equalsIgnoreCase(page.getScheme())
            && (host.equals("ups.com") || host.endsWith(".ups.com"));
    boolean atBase =
        base.getScheme().equalsIgnoreCase(page.getScheme())
            && host.equals(base.getHost().toLowerCase(Locale.ROOT))
            && base.getPort() == page.getPort();
    if (page.getRawUserInfo() != null || !(atUps || atBase)) {
      throw unexpected("UPS named a log-in page that is not UPS's.");
    }
    return page;
  }

  private static URI withQuery(String address, Map<String, String> query) {
    String written =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    try {
      return URI.create(address + (address.contains("?") ? "&" : "?") + written);
    } catch (IllegalArgumentException noAddress) {
      throw unexpected("UPS named a log-in page whose address can't be read.");
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Unavailable unexpected(String words) {
    return new Unavailable(new CarrierMessage("", words));
  }
}
