package org.supercargo.carrier.ups;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.supercargo.carrier.Secret;

/**
 * A whole answer of UPS, untrusted.
 *
 * @param json the body; missing when it is no JSON
 * @param sentAt when the request left, by our clock
 * @param sent the request's secrets, which no message may repeat
 */
record UpsAnswer(int status, HttpHeaders headers, UpsJson json, Instant sentAt, List<Secret> sent) {
  /** A limit on what a wrong or hostile header can make us wait. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  boolean isSuccess() {
    return status / 100 == 2;
  }

  boolean isRedirect() {
    return status / 100 == 3;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** UPS documents no Retry-After; a gateway in front of it may send one, in either form. */
  Optional<Instant> retryAt() {
    return header("retry-after").flatMap(this::moment).map(this::notTooLate);
  }

  private Optional<Instant> moment(String value) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(sentAt.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException neitherForm) {
      return Optional.empty();
    }
  }

  private Instant notTooLate(Instant moment) {
    Instant latest = sentAt.plus(LONGEST_WAIT);
    return moment.isAfter(latest) ? latest : moment;
  }
}
