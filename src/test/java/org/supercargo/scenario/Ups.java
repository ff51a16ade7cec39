package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.Settings;
import org.supercargo.simulator.UpsSimulator;

/**
 * The simulated UPS as tests speak of it. Operations are authorize, validate-client, signin, token,
 * refresh, rate, ship, void, recover, track, track-reference and track-shipment; all is said over
 * HTTP, as an operator's script would.
 */
public final class Ups implements AutoCloseable {
  public static final String CLIENT_ID = "supercargo-demo";
  public static final String CLIENT_SECRET = "supercargo-demo-secret";
  public static final String PASSWORD = "ups-demo";

  private final URI uri;
  private final Runnable stop;
  private final UpsControl control;

  private Ups(URI uri, Runnable stop) {
    this.uri = uri;
    this.stop = stop;
    this.control = new UpsControl(uri);
  }

  /** Starts a simulator in this process, on any port, that knows these redirect URIs. */
  public static Ups starts(String... redirectUris) {
    UpsSimulator simulator =
        UpsSimulator.start(Settings.onAnyPort().withRedirectUris(redirectUris));
    return new Ups(simulator.uri(), simulator::close);
  }

  /** Speaks to a simulator that runs already; closing leaves it running. */
  public static Ups at(URI uri) {
    return new Ups(uri, () -> {});
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    stop.run();
  }

  /**
   * Back to how it started: default log-ins and lives, no faults, no calls, no tokens, clock right.
   */
  public void forgets() {
    control.post("reset", Map.of());
  }

  public void revokes(String user) {
    control.post("revoke", Map.of("user", user));
  }

  public void expiresTokensAfter(Duration access, Duration refresh) {
    control.post(
        "lives",
        Map.of(
            "accessTokenSeconds", access.toSeconds(), "refreshTokenSeconds", refresh.toSeconds()));
  }

  public void expiresCodesAfter(Duration life) {
    control.post("lives", Map.of("codeSeconds", life.toSeconds()));
  }

  public void toleratesUsedRefreshTokensFor(Duration grace) {
    control.post("lives", Map.of("refreshGraceSeconds", grace.toSeconds()));
  }

  /** UPS's clock runs ahead by this much, or behind when negative. */
  public void skewsClock(Duration skew) {
    control.post("clock", Map.of("skewSeconds", skew.toSeconds()));
  }

  /** Parcels are this much farther on their way, labels this much older; tokens stay as young. */
  public void movesParcelsOnBy(Duration ahead) {
    control.post("clock", Map.of("parcelsAheadSeconds", ahead.toSeconds()));
  }

  /** Tracking knows a shipment only when it is this old. */
  public void tracksOnlyAfter(Duration delay) {
    control.post("clock", Map.of("trackableAfterSeconds", delay.toSeconds()));
  }

  /** One of delivered, delayed, exception, returned, lost, unseen. */
  public void steers(String trackingNumber, String fate) {
    control.post("shipments", Map.of("shipment", trackingNumber, "fate", fate));
  }

  /** count, voided, duplicates by reference, and shipments: what UPS would bill. */
  public JsonNode shipments() {
    return control.get("shipments");
  }

  public JsonNode shipments(String reference) {
    return control.get("shipments?reference=" + UpsConsent.encode(reference));
  }

  /** More API calls within a second are refused with 429; zero takes the limit away. */
  public void takesAtMost(int callsPerSecond) {
    control.post("limit", Map.of("callsPerSecond", callsPerSecond));
  }

  /** The next call is done at once, but its answer is this late. */
  public void answersLate(String operation, Duration delay) {
    control.post("answers", Map.of("operation", operation, "delayAfterMillis", delay.toMillis()));
  }

  /** The next call is done, and yet this is said. */
  public void saysAfterWork(String operation, int status, String body) {
    control.post(
        "answers",
        Map.of("operation", operation, "status", status, "body", body, "afterWork", true));
  }

  /** UPS's own error body for that status. */
  public void answersNext(String operation, int status) {
    answersNext(operation, status, 1);
  }

  public void answersNext(String operation, int status, int times) {
    String body =
        "{\"response\":{\"errors\":[{\"code\":\"10%d\",\"message\":\"Simulated %d\"}]}}"
            .formatted(status, status);
    prepare(operation, times, status, "application/json", body);
  }

  public void answersNext(String operation, int status, String body) {
    prepare(operation, 1, status, "application/json", body);
  }

  public void says(String operation, int status, String body, int times) {
    prepare(operation, times, status, "application/json", body);
  }

  public void answersNext(String operation, int status, Map<String, String> headers, String body) {
    control.post(
        "answers",
        Map.of("operation", operation, "status", status, "headers", headers, "body", body));
  }

  public void answersNextWithHtml(String operation, int status, String html) {
    answersWithHtml(operation, status, html, 1);
  }

  public void answersWithHtml(String operation, int status, String html, int times) {
    prepare(operation, times, status, "text/html", html);
  }

  public void cutsNextBeforeWork(String operation) {
    control.post("answers", Map.of("operation", operation, "cut", "before"));
  }

  public void cutsNextAfterWork(String operation) {
    control.post("answers", Map.of("operation", operation, "cut", "after"));
  }

  /** The next call takes this long, then is answered as always. */
  public void isSlow(String operation, Duration delay) {
    control.post("answers", Map.of("operation", operation, "delayMillis", delay.toMillis()));
  }

  /** The next call takes this long, and then its line is cut; nothing was done. */
  public void hangsUp(String operation, Duration delay) {
    control.post(
        "answers",
        Map.of("operation", operation, "delayMillis", delay.toMillis(), "cut", "before"));
  }

  /** As many of the next calls take this long each. */
  public void isSlow(String operation, Duration delay, int times) {
    control.post(
        "answers", Map.of("operation", operation, "delayMillis", delay.toMillis(), "times", times));
  }

  /** The next calls are refused in the carrier's words. */
  public void refusesNext(String operation, String code, String message, int times) {
    prepare(
        operation,
        times,
        400,
        "application/json",
        "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}}"
            .formatted(code, message));
  }

  public void dropsPreparedAnswers() {
    control.delete("answers");
  }

  private void prepare(String operation, int times, int status, String type, String body) {
    control.post(
        "answers",
        Map.of(
            "operation", operation,
            "times", times,
            "status", status,
            "headers", Map.of("Content-Type", type),
            "body", body));
  }

  public long refreshCalls() {
    return count("refresh");
  }

  public long count(String operation) {
    return calls(operation).get("count").asLong();
  }

  /** count, and calls with at, method, path, query, headers, body, status, cut. */
  public JsonNode calls(String operation) {
    return control.get("calls?operation=" + operation);
  }

  /**
   * A log-in with these account numbers, all with negotiated rates; replaces one of the same name.
   */
  public void hasUser(String user, String... accountNumbers) {
    List<Map<String, String>> accounts = new ArrayList<>();
    for (String number : accountNumbers) {
      accounts.add(Map.of("number", number));
    }
    control.post("users", Map.of("user", user, "password", PASSWORD, "accounts", accounts));
  }

  /** As {@link #hasUser}, but UPS grants no negotiated rates. */
  public void hasUserWithoutNegotiatedRates(String user, String number) {
    Map<String, Object> account =
        Map.of("number", number, "country", "US", "postalCode", "30328", "negotiatedRates", false);
    control.post("users", Map.of("user", user, "password", PASSWORD, "accounts", List.of(account)));
  }

  public void registersRedirects(String... redirectUris) {
    changeClient("redirectUris", List.of(redirectUris));
  }

  public void blocksTheMerchant(boolean blocked) {
    changeClient("blocked", blocked);
  }

  /** The products that the application has at UPS; without Rating a rate call is refused. */
  public void enablesProducts(String... products) {
    changeClient("products", List.of(products));
  }

  private void changeClient(String field, Object value) {
    control.post("clients", Map.of("clientId", CLIENT_ID, field, value));
  }

  /** Signs in, agrees, and gives back the address that the browser is sent to. */
  public URI consents(URI authorize, String user) {
    String fields = "agree=1&password=%s&user=%s".formatted(PASSWORD, UpsConsent.encode(user));
    return new UpsConsent(uri).answer(authorize, fields);
  }

  public URI denies(URI authorize) {
    return new UpsConsent(uri).answer(authorize, "cancel=1");
  }

  /**
   * Every code and token handed out since the start, and every client secret: none may ever be seen
   * in clear.
   */
  public List<String> everySecret() {
    List<String> secrets = new ArrayList<>();
    for (JsonNode secret : control.get("tokens").get("secrets")) {
      if (!secret.get("kind").asText().equals("password")) {
        secrets.add(secret.get("value").asText());
      }
    }
    return secrets;
  }

  /** Every access and refresh token handed out since the start. */
  public List<String> everyToken() {
    List<String> tokens = new ArrayList<>();
    for (JsonNode secret : control.get("tokens").get("secrets")) {
      if (secret.get("kind").asText().matches("access|refresh")) {
        tokens.add(secret.get("value").asText());
      }
    }
    return tokens;
  }
}
