package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.supercargo.carrier.Secret;

/** Answers of UPS as they come in. */
final class Answers {
  static final Instant SENT_AT = Instant.parse("2026-03-04T05:06:07Z");

  private Answers() {}

  static UpsAnswer of(int status, String body) {
    return of(status, body.getBytes(UTF_8), Map.of());
  }

  static UpsAnswer of(int status, byte[] body, Map<String, List<String>> headers, Secret... sent) {
    return new UpsAnswer(
        status,
        HttpHeaders.of(headers, (name, value) -> true),
        UpsJson.read(body),
        SENT_AT,
        List.of(sent));
  }

  static UpsAnswer error(int status, String code, String message) {
    return of(
        status,
        "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}}"
            .formatted(code, message));
  }
}
