package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

class RunnerIT extends InContainer {
  private static final String TIMER = "runner-test";

  @Inject Turns turns;
  @Inject Runner runner;
  @Inject Records records;

  private final Instant due = Instant.now();

  @BeforeEach
  void clean() {
    emptyTheTables();
  }

  @Test
  void recordsWhatTheJobHasDone() {
    Run run =
        ran(
            lease -> {
              lease.renew();
              return Map.of("expired", 2L);
            });

    assertThat(run.outcome()).isEqualTo(RunOutcome.DONE);
    assertThat(run.counts()).containsExactly(Map.entry("expired", 2L));
  }

  @Test
  void recordsThatAJobFailedButNotItsWords() {
    Run run =
        ran(
            lease -> {
              throw new IllegalStateException("token eyJhbGciOi");
            });

    assertThat(run.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(run.detail()).isEqualTo("Failed with IllegalStateException; see the log");
  }

  @Test
  void endsQuietlyWhenAnotherNodeHasTakenOver() {
    Run run =
        ran(
            lease -> {
              throw new LeaseLost(TIMER);
            });

    assertThat(run.outcome()).isEqualTo(RunOutcome.ABANDONED);
  }

  private Run ran(Function<Lease, Map<String, Long>> work) {
    runner.run(job(work), turns.beginDue(TIMER, due).orElseThrow());
    return records.newest(TIMER, 1).getFirst();
  }

  private static Job job(Function<Lease, Map<String, Long>> work) {
    return new Job() {
      @Override
      public String name() {
        return TIMER;
      }

      @Override
      public Nightly when() {
        return new Nightly(2, ZoneOffset.UTC);
      }

      @Override
      public Map<String, Long> run(Lease lease) {
        return work.apply(lease);
      }
    };
  }
}
