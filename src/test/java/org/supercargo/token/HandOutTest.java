package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;

/** What becomes of a caller whose first generation is refused, flight by flight. */
class HandOutTest {
  private static final Held OLD =
      new Held(
          new Credentials(OneNode.FRESH.accessToken(), OneNode.FRESH.accessExpiresAt(), 1),
          GrantState.ACTIVE,
          Instant.MAX);
  private static final Outcome REFUSED = new Outcome.StillValid(OLD.credentials());
  private static final Outcome FRESH = new Outcome.StillValid(OneNode.STORED.credentials());

  private final Queue<CompletableFuture<Outcome>> coming = new ArrayDeque<>();
  private final HandOut handOut = new HandOut();
  private Runnable meanwhile = () -> {};
  @TempDir private Path folder;

  @BeforeEach
  void starts() {
    OneNode node = new OneNode(folder);
    handOut.warm = node.warm;
    handOut.steps = node.refresher.steps;
    handOut.settings = node.settings;
    handOut.clock = node.clock;
    handOut.lastUsed = new LastUsed();
    handOut.lastUsed.clock = node.clock;
    handOut.meters =
        new Meters() {
          @Override
          void handedOut(Way way) {}
        };
    handOut.flights =
        new Flights() {
          @Override
          CompletableFuture<Outcome> join(long grant, Wish wish) {
            meanwhile.run();
            return coming.remove();
          }
        };
    node.warm.keep(OneNode.GRANT, OLD, OneNode.NOW);
  }

  @Test
  void getsTheFreshOneAlsoWhereTheOldOneIsStillKnown() {
    coming.add(CompletableFuture.completedFuture(FRESH));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void joinsOnceMoreWhenAFlightBroughtTheRefusedOne() {
    coming.add(CompletableFuture.completedFuture(REFUSED));
    coming.add(CompletableFuture.completedFuture(FRESH));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void isNotGivenTheRefusedOneAgain() {
    coming.add(CompletableFuture.completedFuture(REFUSED));
    coming.add(CompletableFuture.completedFuture(REFUSED));
    assertThatThrownBy(this::generation)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("being renewed");
  }

  @Test
  void waitsForTwoFlightsNoLongerThanForOne() {
    coming.add(
        new CompletableFuture<Outcome>().completeOnTimeout(REFUSED, 800, TimeUnit.MILLISECONDS));
    coming.add(new CompletableFuture<>());
    long asked = System.nanoTime();
    assertThatThrownBy(this::generation).isInstanceOf(Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - asked))
        .isBetween(Duration.ofMillis(950), Duration.ofMillis(1_700));
  }

  @Test
  void isGivenWhatIsHereWhenOnlyItsStoringTakesTooLong() {
    coming.add(new CompletableFuture<>());
    meanwhile = () -> handOut.warm.keepUnstored(OneNode.GRANT, OneNode.STORED);
    assertThat(generation()).isEqualTo(2);
  }

  /** Of the token that the second call is made with. */
  private int generation() {
    return handOut.use(
        OneNode.GRANT,
        credentials -> {
          if (credentials.generation() == 1) {
            throw new TokenRefused(new CarrierMessage("250002", "Invalid"));
          }
          return credentials.generation();
        });
  }
}
