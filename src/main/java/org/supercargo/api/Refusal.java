package org.supercargo.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supercargo.api.Problem.FieldError;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;

/** A request that is not carried out, and the problem that says so. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration BREATH = Duration.ofSeconds(5);
  private transient Problem problem;
  private final transient Map<String, String> headers = new HashMap<>();

  private Refusal(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  static Refusal of(Kind kind, String detail) {
    return new Refusal(Problem.of(kind, detail));
  }

  static Refusal invalid(List<FieldError> errors) {
    return new Refusal(Problem.of(Kind.INVALID, "See errors.").with(errors));
  }

  static Refusal malformed(String detail) {
    return of(Kind.MALFORMED, detail);
  }

  static Refusal notFound() {
    return new Refusal(Problem.of(Kind.NOT_FOUND, null));
  }

  static Refusal unauthenticated(String detail, String challenge) {
    return of(Kind.UNAUTHENTICATED, detail).with("WWW-Authenticate", challenge);
  }

  static Refusal ofCarrier(Kind kind, CarrierMessage said) {
    return new Refusal(Problem.of(kind, said.text()).saidBy(CarrierJson.of(said)));
  }

  /** A carrier that did not do what was asked. */
  static Refusal of(CarrierException why, Instant now) {
    return switch (why) {
      case CarrierException.Rejected no -> ofCarrier(Kind.CARRIER_REFUSED, no.said());
      case CarrierException.ReconnectNeeded dead -> ofCarrier(Kind.RECONNECT_NEEDED, dead.said());
      case CarrierException.TokenRefused us -> ofCarrier(Kind.APPLICATION_REFUSED, us.said());
      case CarrierException.ApplicationRefused us -> ofCarrier(Kind.APPLICATION_REFUSED, us.said());
      case CarrierException.Unavailable away -> {
        Duration wait = away.retryAt().map(at -> Duration.between(now, at)).orElse(BREATH);
        yield ofCarrier(Kind.UNAVAILABLE, away.said())
            .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
      }
    };
  }

  static Refusal later(Kind kind, String detail, Duration wait) {
    return of(kind, detail).with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  Refusal with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Refusal about(long shipment) {
    problem = problem.about(shipment);
    return this;
  }

  Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }
}
