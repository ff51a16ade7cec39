package org.supercargo.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One measure by JMH in this very process: the server can't be forked with its benchmark. */
final class WarmRun {
  private WarmRun() {}

  /** Operations a second. */
  static double score(Class<?> benchmark, int threads) throws RunnerException {
    TimeValue second = TimeValue.seconds(2);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(benchmark.getName())
                    .forks(0)
                    .threads(threads)
                    .warmupIterations(4)
                    .warmupTime(second)
                    .measurementIterations(5)
                    .measurementTime(second)
                    .shouldDoGC(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    return results.iterator().next().getPrimaryResult().getScore();
  }
}
