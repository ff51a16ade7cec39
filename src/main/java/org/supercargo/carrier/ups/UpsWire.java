package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Exchange;
import org.supercargo.carrier.WireLog;

/** Sends an API call once, and tells the wire log what went out and what came in. */
@ApplicationScoped
class UpsWire {
  private static final System.Logger LOG = System.getLogger(UpsWire.class.getName());

  @Inject UpsSettings settings;
  @Inject UpsHttp http;
  @Inject Clock clock;

  /**
   * Sends it.
   *
   * @throws Unavailable when no whole answer came in time
   */
  UpsAnswer send(UpsCall call, Credentials credentials, WireLog log) {
    Instant sentAt = clock.instant();
    try {
      UpsAnswer answer =
          http.send(
              request(call, credentials),
              List.of(credentials.accessToken()),
              settings.longest(call.operation()));
      keep(log, exchange(call, sentAt, answer, null));
      return answer;
    } catch (Unavailable noAnswer) {
      keep(log, exchange(call, sentAt, null, noAnswer.said().text()));
      throw noAnswer;
    }
  }

  private HttpRequest request(UpsCall call, Credentials credentials) {
    BodyPublisher body =
        call.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(call.body().toString());
    return HttpRequest.newBuilder(URI.create(settings.base() + call.path()))
        .header("Authorization", "Bearer " + credentials.accessToken().reveal())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("transId", call.transactionId())
        .header("transactionSrc", settings.transactionSource())
        .method(call.method(), body)
        .build();
  }

  private Exchange exchange(
      UpsCall call, Instant sentAt, @Nullable UpsAnswer answer, @Nullable String failure) {
    UpsRedaction redaction = new UpsRedaction(settings.keepsPersonalData());
    return new Exchange(
        call.operation().word(),
        call.transactionId(),
        sentAt,
        Duration.between(sentAt, clock.instant()),
        answer == null ? null : answer.status(),
        call.method() + " " + call.path() + redaction.below(call.body()),
        answer == null ? "" : redaction.of(answer),
        failure);
  }

  /** By now UPS may have been paid: whatever is wrong with the log must not cost the answer. */
  private static void keep(WireLog log, Exchange exchange) {
    try {
      log.keep(exchange);
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "an exchange with UPS could not be logged", broken);
    }
  }
}
