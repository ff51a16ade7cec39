package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program that calls the REST API, perhaps with a key. */
final class Program {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI home;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Program(URI home, String key) {
    this.home = home;
    this.key = key;
  }

  static Program of(Installation installation, String key) {
    return new Program(installation.server().uri(), key);
  }

  static Program at(URI home, String key) {
    return new Program(home, key);
  }

  static Program nobody(Installation installation) {
    return new Program(installation.server().uri(), null);
  }

  /** An answer with its body read. */
  record Answer(String method, String path, HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError(method + " " + path + " answers no JSON: " + text(), e);
      }
    }
  }

  String key() {
    return key;
  }

  Answer gets(String path, String... headers) {
    return asks("GET", path, null, headers);
  }

  Answer posts(String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/json";
    return asks("POST", path, body, all);
  }

  Answer asks(String method, String path, String body, String... headers) {
    return sends(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        headers);
  }

  Answer sends(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE).method(method, body);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    for (int n = 0; n < headers.length; n += 2) {
      request.header(headers[n], headers[n + 1]);
    }
    try {
      return new Answer(method, path, http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What comes back for a request that no client would send; the key and a host are added. */
  String says(String request) {
    try (Socket line = new Socket(home.getHost(), home.getPort())) {
      line.setSoTimeout((int) PATIENCE.toMillis());
      String whole =
          request
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + key
              + "\r\n\r\n";
      line.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
