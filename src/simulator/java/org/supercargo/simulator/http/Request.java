package org.supercargo.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that was read to its end. Header names are in lower case: HTTP does not tell their case
 * apart.
 */
public record Request(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> headers,
    String body,
    InetAddress from) {

  /** Far above any body of the API; keeps a mistaken upload from filling the memory. */
  private static final int LONGEST_BODY = 10_000_000;

  public static Request read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        new String(body, StandardCharsets.UTF_8),
        exchange.getRemoteAddress().getAddress());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  public boolean hasContentType(String type) {
    return header("content-type")
        .map(value -> value.split(";")[0].trim().equalsIgnoreCase(type))
        .orElse(false);
  }

  public Form query() {
    return Form.parse(rawQuery);
  }

  public Form form() {
    if (!hasContentType("application/x-www-form-urlencoded")) {
      throw UpsProblem.badRequest("10400", "Invalid/Missing Content-Type Header");
    }
    return Form.parse(body);
  }

  /**
   * Where the caller found this server: what it is sent to next must be reachable from there, too.
   */
  public String origin() {
    return "http://"
        + header("host").filter(host -> host.matches("[\\w.:\\[\\]-]+")).orElse("127.0.0.1");
  }
}
