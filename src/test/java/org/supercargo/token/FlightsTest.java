package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightsTest {
  private static final Outcome VALID = new Outcome.StillValid(OneNode.STORED.credentials());
  private final Flights flights = new Flights();
  private Supplier<Outcome> refresh = () -> VALID;
  private Executor threads = Runnable::run;
  @TempDir private Path folder;

  @BeforeEach
  void starts() {
    OneNode node = new OneNode(folder);
    flights.executor =
        (ManagedExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> {
                  threads.execute((Runnable) args[0]);
                  return null;
                });
    flights.refresher =
        new Refresher() {
          @Override
          Outcome refresh(long grant, Wish wish) {
            return refresh.get();
          }
        };
    flights.meters =
        new Meters() {
          @Override
          void refreshed(Outcome outcome) {}

          @Override
          void failed() {}
        };
    flights.warm = node.warm;
    flights.underWay = node.underWay;
    flights.clock = node.clock;
  }

  @Test
  void keepsNobodyWaitingForAFlightThatCrashed() throws Exception {
    refresh =
        () -> {
          throw new StackOverflowError();
        };
    assertThatThrownBy(() -> landed(1))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    refresh = () -> VALID;
    assertThat(landed(1)).as("nor keeps it the next one out").isEqualTo(VALID);
  }

  @Test
  void fliesAgainOnceThereAreThreadsAgain() throws Exception {
    threads =
        full -> {
          throw new RejectedExecutionException();
        };
    for (long grant = 1; grant <= 100; grant++) {
      long each = grant;
      assertThatThrownBy(() -> landed(each)).isInstanceOf(ExecutionException.class);
    }
    threads = Runnable::run;
    for (long grant = 1; grant <= 100; grant++) {
      assertThat(landed(grant)).isEqualTo(VALID);
    }
  }

  @Test
  void startsNoneOnceTheNodeStops() throws Exception {
    flights.underWay.bringHome();
    threads =
        stopped -> {
          throw new IllegalStateException();
        };
    assertThat(landed(1)).isInstanceOf(Outcome.Unavailable.class);
  }

  private Outcome landed(long grant) throws Exception {
    CompletableFuture<Outcome> flight = flights.join(grant, Wish.ANY);
    return flight.get(1, TimeUnit.SECONDS);
  }
}
