package org.supercargo.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Goes through UPS's log-in pages the short way, for tests that need no browser. */
final class UpsConsent {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI ups;

  UpsConsent(URI ups) {
    this.ups = ups;
  }

  /**
   * From the authorize URL, or from the log-in page itself, to the address that the browser is sent
   * back to.
   */
  URI answer(URI start, String fields) {
    URI page = start.getPath().endsWith("/authorize") ? location(get(start)) : start;
    return location(post(ups.resolve("/lasso/signin"), page.getRawQuery() + "&" + fields));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static URI location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("location")
        .map(URI::create)
        .orElseThrow(
            () -> new IllegalStateException(response.statusCode() + " " + response.body()));
  }

  private HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).build());
  }

  private HttpResponse<String> post(URI uri, String form) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
