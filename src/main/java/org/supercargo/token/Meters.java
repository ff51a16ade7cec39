package org.supercargo.token;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.metrics.Counter;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.node.Figures;
import org.supercargo.node.Patrol;
import org.supercargo.node.Reading;
import org.supercargo.node.Sparing;
import org.supercargo.token.pace.Pace;

/**
 * The vault's figures. To count a million grants takes PostgreSQL 0.2 to 3 s, the more the sooner
 * after a night that moved many: too dear for every round, so it is done as often as that is a
 * hundredth of the time. The first end is a step down the index, and looked for in every round.
 */
@ApplicationScoped
class Meters implements Patrol {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration GOOD = Sparing.LONGEST.multipliedBy(2);

  @Inject Figures figures;
  @Inject Grants grants;
  @Inject Pace pace;
  @Inject @Any Instance<CarrierLogin> logins;
  @Inject Clock clock;
  private final Map<Way, Counter> handOuts = new EnumMap<>(Way.class);
  private final Map<End, Counter> refreshes = new EnumMap<>(End.class);
  private final Map<GrantState, Reading> stock = new EnumMap<>(GrantState.class);
  private final Map<String, Reading> open = new HashMap<>();
  private final Sparing sparing = new Sparing();
  private Reading leastLeft;

  /** How a caller got a token. */
  enum Way {
    /** From memory. */
    WARM,
    /** From its row. */
    READ,
    /** After a refresh. */
    WAITED,
    /** Not now. */
    UNAVAILABLE,
    /** A person has to consent again first. */
    RECONNECT
  }

  private enum End {
    REFRESHED,
    STILL_VALID,
    REVOKED,
    UNCERTAIN,
    UNAVAILABLE,
    FAILED
  }

  @PostConstruct
  void start() {
    for (Way way : Way.values()) {
      handOuts.put(
          way,
          figures.counter(
              "vault_hand_outs", "Access tokens that were wanted", "outcome", Figures.word(way)));
    }
    for (End end : End.values()) {
      refreshes.put(
          end,
          figures.counter(
              "vault_refreshes", "Fresh tokens that were wanted", "outcome", Figures.word(end)));
    }
    for (GrantState state : GrantState.values()) {
      if (state != GrantState.DELETED) {
        stock.put(
            state, figures.reading("vault_grants", "Log-ins", GOOD, "state", Figures.word(state)));
      }
    }
    leastLeft =
        figures.reading(
            "vault_least_left_seconds", "How soon the first tokens end if nothing is done", GOOD);
    for (CarrierLogin login : logins) {
      open.put(
          login.carrier(),
          figures.reading(
              "vault_breaker_open",
              "1 while a carrier fails so often that it is hardly asked for tokens",
              GOOD,
              "carrier",
              login.carrier()));
    }
  }

  void handedOut(Way way) {
    Objects.requireNonNull(handOuts.get(way)).inc();
  }

  void refreshed(Outcome outcome) {
    ended(
        switch (outcome) {
          case Outcome.Refreshed refreshed -> End.REFRESHED;
          case Outcome.StillValid valid -> End.STILL_VALID;
          case Outcome.Revoked revoked -> End.REVOKED;
          case Outcome.Uncertain uncertain -> End.UNCERTAIN;
          case Outcome.Unavailable unavailable -> End.UNAVAILABLE;
        });
  }

  /** It was not tried, or ended in a way that nobody thought of: the database is away, mostly. */
  void failed() {
    ended(End.FAILED);
  }

  private void ended(End end) {
    Objects.requireNonNull(refreshes.get(end)).inc();
  }

  @Override
  public String name() {
    return "the count of log-ins";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    Set<String> now = pace.open();
    open.forEach((carrier, reading) -> reading.is(now.contains(carrier) ? 1 : 0));
    leastLeft.is(
        grants
            .firstEnd()
            .<Number>map(end -> Duration.between(clock.instant(), end).toSeconds())
            .orElse(Double.NaN));
    sparing.go(this::count);
  }

  void count() {
    Map<GrantState, Long> now = grants.count();
    stock.forEach((state, reading) -> reading.is(now.getOrDefault(state, 0L)));
  }
}
