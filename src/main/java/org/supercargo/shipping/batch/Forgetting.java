package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Job;
import org.supercargo.timer.Lease;
import org.supercargo.timer.Nightly;

/** Takes the addresses away that files brought, once nobody needs them any more. */
@ApplicationScoped
class Forgetting implements Job {
  @Inject ForgetSteps steps;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "batch-sweep";
  }

  @Override
  public Nightly when() {
    return new Nightly(settings.get(Keys.NIGHTLY_HOUR), settings.get(Keys.NIGHTLY_ZONE));
  }

  @Override
  public Map<String, Long> run(Lease lease) {
    Instant before = clock.instant().minus(Duration.ofDays(settings.get(Keys.BATCH_DAYS)));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("batches forgotten", each(lease, steps.endedBefore(before), steps::forget));
    counts.put("files discarded", each(lease, steps.unstartedSince(before), steps::discard));
    counts.put("batches cancelled", each(lease, steps.pausedSince(before), steps::cancel));
    return counts;
  }

  /** Each in a transaction of its own: a file has up to ten thousand rows. */
  private static long each(Lease lease, List<Long> batches, LongConsumer step) {
    for (long batch : batches) {
      lease.renew();
      step.accept(batch);
    }
    return batches.size();
  }
}
