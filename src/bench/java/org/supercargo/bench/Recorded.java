package org.supercargo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supercargo.scenario.Ups;

/** A call as the application made it to the simulated UPS, to be made again without it. */
record Recorded(String uri, Map<String, String> headers, String body) {
  /** What the client writes by itself. */
  private static final List<String> OWN =
      List.of("connection", "content-length", "host", "http2-settings", "upgrade", "user-agent");

  static Recorded last(Ups ups, String operation) {
    JsonNode calls = ups.calls(operation).get("calls");
    JsonNode call = calls.get(calls.size() - 1);
    Map<String, String> headers = new LinkedHashMap<>();
    call.get("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().get(0).asText()));
    headers.keySet().removeAll(OWN);
    return new Recorded(ups.uri() + call.get("path").asText(), headers, call.get("body").asText());
  }

  HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(java.net.URI.create(uri)).POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }

  Recorded with(String before, String after) {
    return new Recorded(uri, headers, body.replace(before, after));
  }
}
