package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * The wire to the simulator's control interface: JSON there and back, anything but 200 is the
 * test's own mistake.
 */
final class UpsControl {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;

  UpsControl(URI uri) {
    this.uri = uri;
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(uri.resolve("/control/" + path)).build());
  }

  JsonNode delete(String path) {
    return send(HttpRequest.newBuilder(uri.resolve("/control/" + path)).DELETE().build());
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send(
        HttpRequest.newBuilder(uri.resolve("/control/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
            .build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
