package org.supercargo.shipping;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Exchange;
import org.supercargo.node.Figures;
import org.supercargo.node.Patrol;
import org.supercargo.node.Reading;
import org.supercargo.node.Sparing;
import org.supercargo.shipping.gate.Governor;
import org.supercargo.shipping.gate.Lane;

/** Shipping's figures. */
@ApplicationScoped
class Meters implements Patrol {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration GOOD = Sparing.LONGEST.multipliedBy(2);

  /** A carrier has a handful; should one ever make them up, they are not ours to keep. */
  private static final int MOST_OPERATIONS = 20;

  @Inject Figures figures;
  @Inject Governor governor;
  @Inject Shipments shipments;
  @Inject Clock clock;
  private final Map<String, Operation> operations = new ConcurrentHashMap<>();
  private final Map<Outcome, Counter> looks = new EnumMap<>(Outcome.class);
  private final Sparing sparing = new Sparing();
  private Reading unknown;
  private Reading oldest;

  /** What came of a look at a shipment or voiding whose end was unknown. */
  enum Outcome {
    FOUND,
    VOIDED,
    /** Nothing yet. */
    NOTHING,
    /** A voiding was asked for again. */
    ASKED,
    /** Its account is gone. */
    NOBODY_TO_ASK,
    /** The carrier did not say. */
    AWAY,
    /** We did not manage to ask. */
    FAILED
  }

  private enum End {
    ANSWERED,
    REFUSED,
    DENIED,
    LIMITED,
    FAILED,
    UNANSWERED;

    static End of(@Nullable Integer status) {
      if (status == null) {
        return UNANSWERED;
      }
      return switch (status) {
        case 401, 403 -> DENIED;
        case 429 -> LIMITED;
        default -> status < 400 ? ANSWERED : status < 500 ? REFUSED : FAILED;
      };
    }
  }

  private record Operation(Map<End, Counter> ends, Consumer<Duration> timer) {}

  @PostConstruct
  void start() {
    for (Lane lane : Lane.values()) {
      figures.gauge(
          "gate_waiting",
          "Calls that wait for their turn now",
          governor.waiting(lane)::getAsLong,
          "lane",
          Figures.word(lane));
    }
    for (Outcome outcome : Outcome.values()) {
      looks.put(
          outcome,
          figures.counter(
              "reconciler_looks",
              "Looks at shipments and voidings whose end was unknown",
              "outcome",
              Figures.word(outcome)));
    }
    unknown = figures.reading("shipments_unknown", "Shipments that nobody knows the end of", GOOD);
    oldest =
        figures.reading(
            "shipments_unknown_oldest_seconds", "How long the oldest of them is so", GOOD);
  }

  /** One exchange with a carrier. */
  void exchanged(Exchange exchange) {
    Operation operation = operation(exchange.operation());
    counter(operation.ends, End.of(exchange.status())).inc();
    operation.timer.accept(exchange.took());
  }

  void looked(Outcome outcome) {
    counter(looks, outcome).inc();
  }

  private static <K> Counter counter(Map<K, Counter> counters, K key) {
    return Objects.requireNonNull(counters.get(key));
  }

  private Operation operation(String name) {
    Operation known = operations.get(name);
    if (known != null) {
      return known;
    }
    String shown = operations.size() < MOST_OPERATIONS ? name : "other";
    return operations.computeIfAbsent(shown, this::newOperation);
  }

  private Operation newOperation(String name) {
    Map<End, Counter> ends = new EnumMap<>(End.class);
    for (End end : End.values()) {
      ends.put(
          end,
          figures.counter(
              "carrier_calls",
              "Calls to a carrier",
              "operation",
              name,
              "outcome",
              Figures.word(end)));
    }
    return new Operation(
        ends, figures.timer("carrier_call", "How long calls to a carrier take", "operation", name));
  }

  @Override
  public String name() {
    return "the count of unknown shipments";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    sparing.go(this::count);
  }

  void count() {
    Shipments.Unknown now = shipments.unknown();
    unknown.is(now.count());
    oldest.is(
        now.since() == null ? 0L : Duration.between(now.since(), clock.instant()).toSeconds());
  }
}
