package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.custody.KeysAway;
import org.supercargo.custody.NotOpened;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Hands out access tokens: from memory while they are good, after a refresh when they are not. A
 * token near its end is handed out all the same, and refreshed behind the caller's back.
 */
@ApplicationScoped
class HandOut {
  @Inject Warm warm;
  @Inject Flights flights;
  @Inject RefreshSteps steps;
  @Inject LastUsed lastUsed;
  @Inject Meters meters;
  @Inject Settings settings;
  @Inject Clock clock;

  Credentials accessFor(long grant) {
    return accessFor(grant, Wish.ANY).credentials();
  }

  /** One call to the carrier; when it refuses the token, one refresh and one more call. */
  <T> T use(long grant, Function<Credentials, T> call) {
    Held first = accessFor(grant, Wish.ANY);
    try {
      return accepted(grant, first, call);
    } catch (TokenRefused refused) {
      if (first.state() == GrantState.NEEDS_ATTENTION) {
        throw refused;
      }
    }
    // Only a generation that nobody has refreshed meanwhile is refreshed now.
    Held second = accessFor(grant, Wish.otherThan(first.credentials().generation()));
    try {
      return accepted(grant, second, call);
    } catch (TokenRefused again) {
      steps.callRefused(grant, second.credentials().generation(), again.said().text());
      warm.drop(grant);
      throw again;
    }
  }

  private <T> T accepted(long grant, Held held, Function<Credentials, T> call) {
    T answer = call.apply(held.credentials());
    lastUsed.note(grant);
    if (held.state() == GrantState.NEEDS_ATTENTION) {
      steps.callAccepted(grant, held.credentials().generation());
      warm.drop(grant);
    }
    return answer;
  }

  private Held accessFor(long grant, Wish wish) {
    Instant now = clock.instant();
    Held held = warm.get(grant).filter(known -> wish.isMetBy(known, now)).orElse(null);
    if (held == null) {
      return counted(grant, wish);
    }
    meters.handedOut(Meters.Way.WARM);
    if (held.isDueAt(now)) {
      flights.early(grant);
    }
    return held;
  }

  private Held counted(long grant, Wish wish) {
    try {
      return cold(grant, wish);
    } catch (ReconnectNeeded dead) {
      meters.handedOut(Meters.Way.RECONNECT);
      throw dead;
    } catch (RuntimeException none) {
      meters.handedOut(Meters.Way.UNAVAILABLE);
      throw none;
    }
  }

  private Held cold(long grant, Wish wish) {
    Instant readAt = clock.instant();
    return switch (look(grant, wish)) {
      case Turn.Usable usable -> {
        warm.keep(grant, usable.held(), readAt);
        if (usable.held().isDueAt(readAt)) {
          flights.early(grant);
        }
        meters.handedOut(Meters.Way.READ);
        yield usable.held();
      }
      case Turn.Dead dead -> throw new ReconnectNeeded(dead.said());
      case Turn.Due due -> awaited(grant, wish);
      case Turn.Busy busy -> awaited(grant, wish);
    };
  }

  private Turn.Look look(long grant, Wish wish) {
    try {
      return steps.look(grant, wish);
    } catch (KeysAway away) {
      throw keysAway();
    } catch (NotOpened | NoSuchElementException notForWaiting) {
      throw notForWaiting;
    } catch (RuntimeException databaseAway) {
      throw unavailable("The tokens can't be read now; try again in a moment.");
    }
  }

  private Held awaited(long grant, Wish wish) {
    long end = System.nanoTime() + settings.get(Keys.LONGEST_WAIT).toNanos();
    Credentials credentials = joined(grant, wish, end);
    if (credentials.generation() == wish.refused()) {
      // That was a flight of somebody who liked the generation that we do not.
      credentials = joined(grant, wish, end);
    }
    if (credentials.generation() == wish.refused()) {
      throw beingRenewed();
    }
    meters.handedOut(Meters.Way.WAITED);
    return held(grant, credentials);
  }

  /** What was known by heart before may be older than what came of the flight. */
  private Held held(long grant, Credentials credentials) {
    return warm.get(grant)
        .filter(known -> known.credentials().equals(credentials))
        .orElseGet(() -> new Held(credentials, GrantState.ACTIVE, Instant.MAX));
  }

  private Credentials joined(long grant, Wish wish, long end) {
    try {
      return credentials(outcome(flights.join(grant, wish), end - System.nanoTime()));
    } catch (TimeoutException late) {
      // The new pair may be here, and only its storing take so long.
      return warm.unstored(grant)
          .filter(held -> wish.isMetBy(held, clock.instant()))
          .map(Held::credentials)
          .orElseThrow(HandOut::beingRenewed);
    }
  }

  private Outcome outcome(CompletableFuture<Outcome> flight, long nanos) throws TimeoutException {
    try {
      return flight.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable("The server stops.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof KeysAway) {
        throw keysAway();
      }
      if (failed.getCause() instanceof NotOpened sealed) {
        throw sealed;
      }
      throw unavailable("The tokens could not be renewed now; try again in a moment.");
    }
  }

  private static Credentials credentials(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refreshed(Credentials fresh) -> fresh;
      case Outcome.StillValid(Credentials valid) -> valid;
      case Outcome.Revoked(CarrierMessage why) -> throw new ReconnectNeeded(why);
      case Outcome.Uncertain(CarrierMessage why) -> throw Unavailable.answerLost(why);
      case Outcome.Unavailable unavailable -> throw unavailable.why();
    };
  }

  private static Unavailable beingRenewed() {
    return unavailable("The tokens of this log-in are being renewed; try again in a moment.");
  }

  private static Unavailable keysAway() {
    return unavailable("The tokens can't be opened now; try again in a moment.");
  }

  private static Unavailable unavailable(String words) {
    return new Unavailable(new CarrierMessage("", words));
  }
}
