package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.TokenSet;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.token.pace.Pace;
import org.supercargo.token.pace.Permit;

/**
 * One refresh from the wish to the stored pair: commits the intent in the grant's row, asks the
 * carrier outside any transaction, writes the journal, stores, and only then answers.
 */
@ApplicationScoped
class Refresher {
  private static final Logger LOG = System.getLogger(Refresher.class.getName());

  /** What a node has to do around the call to the carrier. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  @Inject RefreshSteps steps;
  @Inject Storing storing;
  @Inject Warm warm;
  @Inject Pace pace;
  @Inject UnderWay underWay;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject @Any Instance<CarrierLogin> logins;

  Outcome refresh(long grant, Wish wish) {
    Wait wait = new Wait(settings.get(Keys.LONGEST_WAIT));
    while (true) {
      Optional<Held> mine =
          warm.unstored(grant).filter(held -> wish.isMetBy(held, clock.instant()));
      if (mine.isPresent()) {
        return new Outcome.StillValid(mine.get().credentials());
      }
      if (underWay.isOver()) {
        return UnderWay.stopping();
      }
      Optional<Outcome> outcome =
          switch (steps.look(grant, wish)) {
            case Turn.Usable(Held held) -> Optional.of(new Outcome.StillValid(held.credentials()));
            case Turn.Dead dead -> Optional.of(new Outcome.Revoked(dead.said()));
            case Turn.Busy busy -> wait.next() ? Optional.empty() : Optional.of(busy());
            case Turn.Due due -> permitted(grant, wish, due.carrier());
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  /** Empty when somebody else came first: look again. */
  private Optional<Outcome> permitted(long grant, Wish wish, String carrier) {
    // The refresh token in the row may be spent, and what it was spent for lie on this node's disk.
    if (storing.brings(grant)) {
      return Optional.empty();
    }
    return switch (pace.ask(carrier, wish.background(), login(carrier).longestCall())) {
      case Permit.Closed closed -> Optional.of(unavailable(closed));
      case Permit.Go go when !go.at().isAfter(clock.instant()) -> begun(grant, wish, go);
      case Permit.Go go ->
          Wait.until(go.at(), clock)
              ? against(go).or(() -> begun(grant, wish, go))
              : Optional.of(busy());
    };
  }

  private Optional<Outcome> against(Permit.Go go) {
    Optional<Permit.Closed> closed = pace.against(go);
    if (closed.isPresent()) {
      unused(go);
    }
    return closed.map(Refresher::unavailable);
  }

  private static Outcome unavailable(Permit.Closed closed) {
    return new Outcome.Unavailable(
        new Unavailable(closed.why(), closed.until()), closed.daySpent());
  }

  private Optional<Outcome> begun(long grant, Wish wish, Permit.Go go) {
    if (!underWay.begins()) {
      unused(go);
      return Optional.of(UnderWay.stopping());
    }
    try {
      return asked(grant, wish, go);
    } finally {
      underWay.ends();
    }
  }

  private Optional<Outcome> asked(long grant, Wish wish, Permit.Go go) {
    Duration lease = login(go.carrier()).longestCall().plus(MARGIN);
    Turn turn;
    try {
      turn = steps.begin(grant, wish, lease);
    } catch (RuntimeException broken) {
      unused(go);
      throw broken;
    }
    return switch (turn) {
      case Turn.Mine mine -> answered(mine, go);
      case Turn.Look look -> {
        unused(go);
        yield Optional.empty();
      }
    };
  }

  private void unused(Permit.Go go) {
    pace.unused(go, login(go.carrier()).longestCall());
  }

  private Optional<Outcome> answered(Turn.Mine mine, Permit.Go go) {
    TokenSet tokens;
    try {
      tokens = login(mine.carrier()).refresh(mine.refreshToken());
    } catch (CarrierException refused) {
      return Optional.of(refused(mine, go, refused));
    }
    // The only living pair is in memory: nothing that may have to wait comes before it is kept.
    Optional<Outcome> kept = storing.keep(mine, tokens).map(Outcome.Refreshed::new);
    pace.succeeded(go);
    return kept;
  }

  private Outcome refused(Turn.Mine mine, Permit.Go go, CarrierException why) {
    Request request = mine.request();
    String said = String.valueOf(why.getMessage());
    return switch (why) {
      case ReconnectNeeded dead -> {
        pace.succeeded(go);
        noted(request, () -> steps.dead(request, said));
        yield new Outcome.Revoked(why.said());
      }
      case Unavailable lost when lost.isAnswerLost() -> {
        pace.failed(go, lost.retryAt());
        noted(request, () -> steps.answerLost(request, said));
        yield new Outcome.Uncertain(why.said());
      }
      case Unavailable later -> {
        pace.failed(go, later.retryAt());
        noted(request, () -> steps.release(request));
        yield new Outcome.Unavailable(why, false);
      }
      case ApplicationRefused application -> {
        pace.refused(go, why.said());
        noted(request, () -> steps.release(request));
        yield new Outcome.Unavailable(why, false);
      }
      case Rejected rejected -> {
        pace.succeeded(go);
        noted(request, () -> steps.release(request));
        yield new Outcome.Unavailable(why, false);
      }
      case CarrierException.TokenRefused misplaced -> {
        noted(request, () -> steps.release(request));
        yield new Outcome.Unavailable(why, false);
      }
    };
  }

  /** Where the row can't be written, the lease runs out and the next one finds out anew. */
  private static void noted(Request request, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException databaseAway) {
      LOG.log(
          Level.WARNING,
          "log-in {0}: the answer could not be noted: {1}",
          Long.toString(request.grant()),
          databaseAway.getClass().getName());
    }
  }

  private static Outcome busy() {
    return new Outcome.Unavailable(
        new Unavailable(
            new CarrierMessage(
                "", "The tokens of this log-in are being renewed; try again in a moment.")),
        false);
  }

  private CarrierLogin login(String carrier) {
    return logins.stream()
        .filter(login -> login.carrier().equals(carrier))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no carrier " + carrier));
  }
}
