package org.supercargo.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: status, headers and body, exactly. */
public record Answer(int status, Map<String, String> headers, String body) {

  public static Answer of(int status) {
    return new Answer(status, Map.of(), "");
  }

  public static Answer json(int status, Object value) {
    try {
      return of(status)
          .with("Content-Type", "application/json;charset=UTF-8")
          .saying(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Answer redirect(String location) {
    return of(302).with("Location", location);
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  public Answer saying(String text) {
    return new Answer(status, headers, text);
  }

  public void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean bodiless = bytes.length == 0 || status == 204 || status == 304;
    exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
    if (!bodiless && !exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
