package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;

/**
 * Refreshes a stale token once, however many callers on however many nodes want it: one commits its
 * intent in the grant's row, asks the carrier outside any transaction, and stores the new pair
 * before anybody uses it. The others wait.
 */
@ApplicationScoped
class Refresher {
  private static final System.Logger LOG = System.getLogger(Refresher.class.getName());
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** Two nodes' clocks may differ by a minute, and each has things to do around the call. */
  private static final Duration MARGIN = Duration.ofSeconds(90);

  /** How long the only copy of a new pair is held against a database that is away. */
  private static final Duration LONGEST_INSISTENCE = Duration.ofMinutes(5);

  @Inject RefreshSteps steps;
  @Inject @Any Instance<CarrierLogin> logins;

  Credentials accessFor(long grant) {
    Pause pause = new Pause(LONGEST_WAIT);
    boolean refreshed = false;
    while (true) {
      switch (steps.begin(grant, longestCall().plus(MARGIN), refreshed)) {
        case Turn.Usable usable -> {
          return usable.credentials();
        }
        case Turn.Dead dead ->
            throw new ReconnectNeeded(new CarrierMessage("", words(dead.state())));
        case Turn.Busy busy when busy.current().isPresent() -> {
          return busy.current().get();
        }
        case Turn.Busy busy -> {
          if (!pause.next()) {
            throw unavailable(
                "The tokens of this log-in are being renewed; try again in a moment.");
          }
        }
        case Turn.Mine mine -> {
          // A carrier whose tokens end at once would be asked for ever.
          if (refreshed) {
            steps.release(mine);
            throw unavailable("The carrier's new access token has ended already.");
          }
          Optional<Credentials> fallback = refresh(mine);
          if (fallback.isPresent()) {
            return fallback.get();
          }
          refreshed = true;
        }
      }
    }
  }

  /** Empty when the row holds the outcome; else what may be used although it failed. */
  private Optional<Credentials> refresh(Turn.Mine mine) {
    try {
      TokenSet tokens = login(mine.carrier()).refresh(mine.refreshToken());
      store(mine, tokens);
      return Optional.empty();
    } catch (ReconnectNeeded dead) {
      steps.markDead(mine, dead.said());
      throw dead;
    } catch (Unavailable later) {
      // Where the answer is lost the carrier may still be at it: the lease has to run out.
      if (!later.isAnswerLost()) {
        steps.release(mine);
      }
      if (mine.current().isPresent()) {
        return mine.current();
      }
      throw later;
    } catch (RuntimeException refused) {
      steps.release(mine);
      throw refused;
    }
  }

  /** The carrier has killed the old pair: giving up on the new one is worse than waiting. */
  private void store(Turn.Mine mine, TokenSet tokens) {
    Pause pause = new Pause(LONGEST_INSISTENCE);
    while (true) {
      try {
        if (!steps.store(mine, tokens)) {
          LOG.log(
              Level.INFO, "log-in {0}: another pair had come first", Long.toString(mine.grant()));
        }
        return;
      } catch (RuntimeException databaseAway) {
        LOG.log(
            Level.WARNING, "log-in {0}: new tokens not stored yet", Long.toString(mine.grant()));
        if (!pause.next()) {
          throw Unavailable.answerLost(
              new CarrierMessage("", "The renewed tokens could not be stored."));
        }
      }
    }
  }

  private CarrierLogin login(String carrier) {
    return logins.stream()
        .filter(login -> login.carrier().equals(carrier))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no carrier " + carrier));
  }

  private Duration longestCall() {
    return logins.stream()
        .map(CarrierLogin::longestCall)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static String words(GrantState state) {
    return switch (state) {
      case EXPIRED -> "The tokens of this log-in have expired; regenerate them.";
      case DELETED -> "The tokens of this log-in were deleted; connect it again.";
      case NEEDS_CONSENT, PENDING, ACTIVE, EXPIRING ->
          "The carrier no longer accepts the tokens of this log-in; regenerate them.";
    };
  }

  private static Unavailable unavailable(String words) {
    return new Unavailable(new CarrierMessage("", words));
  }
}
