package org.supercargo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the simulated UPS that knows HTTP and nothing else. */
final class UpsCaller {
  static final String REDIRECT = "http://localhost:8080/ups/callback";
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;

  UpsCaller(URI uri) {
    this.uri = uri;
  }

  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** As in 400 10400 Invalid Redirect URL. */
    String error() {
      JsonNode error = json().at("/response/errors/0");
      return status() + " " + error.path("code").asText() + " " + error.path("message").asText();
    }

    /** The parameters of the address one is sent to. */
    Map<String, String> sentBackWith() {
      return parameters(URI.create(header("location")));
    }
  }

  static Map<String, String> parameters(URI uri) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  static Map<String, String> wish(String... more) {
    Map<String, String> wish = fields("client_id", "supercargo-demo", "redirect_uri", REDIRECT);
    wish.put("response_type", "code");
    wish.put("state", "a state & more");
    wish.putAll(fields(more));
    return wish;
  }

  static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static String demoBasic() {
    return basic("supercargo-demo", "supercargo-demo-secret");
  }

  Reply authorize(Map<String, String> query) {
    return get("/security/v1/oauth/authorize?" + encoded(query));
  }

  Reply signIn(Map<String, String> wish, String user, String password) {
    Map<String, String> fields = new LinkedHashMap<>(wish);
    fields.putAll(fields("user", user, "agree", "1", "password", password));
    return form("/lasso/signin", fields);
  }

  String code(String user) {
    return signIn(wish(), user, "ups-demo").sentBackWith().get("code");
  }

  static Map<String, String> redeeming(String code) {
    return fields("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT);
  }

  Reply token(Map<String, String> fields) {
    return form("/security/v1/oauth/token", fields, "Authorization", demoBasic());
  }

  JsonNode tokensOf(String user) {
    return token(redeeming(code(user))).json();
  }

  Reply refresh(String refreshToken) {
    return form(
        "/security/v1/oauth/refresh",
        fields("grant_type", "refresh_token", "refresh_token", refreshToken),
        "Authorization",
        demoBasic());
  }

  Reply rate(String accessToken, ObjectNode body) {
    return rate("/api/rating/v2409/Rate", accessToken, body);
  }

  Reply rate(String path, String accessToken, ObjectNode body) {
    return json(path, body.toString(), "Authorization", "Bearer " + accessToken);
  }

  Reply ship(String accessToken, ShipQuestion question) {
    return ship("v2409", accessToken, question);
  }

  Reply ship(String version, String accessToken, ShipQuestion question) {
    return json(
        "/api/shipments/" + version + "/ship",
        question.build().toString(),
        "Authorization",
        "Bearer " + accessToken);
  }

  /** The address below void/cancel: a shipment, with its query. */
  Reply voids(String accessToken, String shipment) {
    return voids("v2409", accessToken, shipment);
  }

  Reply voids(String version, String accessToken, String shipment) {
    String path = "/api/shipments/" + version + "/void/cancel/" + shipment;
    return send(
        HttpRequest.newBuilder(uri.resolve(path)).DELETE(),
        "Authorization",
        "Bearer " + accessToken);
  }

  Reply recover(String version, String accessToken, String request) {
    return json(
        "/api/labels/" + version + "/recovery",
        "{\"LabelRecoveryRequest\":" + request + "}",
        "Authorization",
        "Bearer " + accessToken);
  }

  /** The address below track/v1, such as details/1Z.... */
  Reply track(String accessToken, String what) {
    return get(
        "/api/track/v1/" + what,
        "Authorization",
        "Bearer " + accessToken,
        "transId",
        "t1",
        "transactionSrc",
        "tests");
  }

  Reply get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri.resolve(path)), headers);
  }

  Reply form(String path, Map<String, String> fields, String... headers) {
    return send(
        HttpRequest.newBuilder(uri.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))),
        headers);
  }

  Reply json(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        headers);
  }

  Reply send(HttpRequest.Builder request, String... headers) {
    try {
      HttpRequest.Builder built = headers.length == 0 ? request : request.headers(headers);
      return new Reply(http.send(built.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
