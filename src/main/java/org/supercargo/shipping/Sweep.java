package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Job;
import org.supercargo.timer.Lease;
import org.supercargo.timer.Nightly;

/**
 * Takes away what was kept long enough: labels' contents, the wire log, what tracking said, the
 * people in old shipments, old addresses.
 */
@ApplicationScoped
public class Sweep implements Job {
  private static final int BATCH = 200;
  private static final Duration STORIES = Duration.ofDays(120);

  @Inject Papers papers;
  @Inject WireRows wires;
  @Inject Snapshots snapshots;
  @Inject AddressBook book;
  @Inject ForgetSteps forgetting;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "shipping-sweep";
  }

  @Override
  public Nightly when() {
    return new Nightly(settings.get(Keys.NIGHTLY_HOUR), settings.get(Keys.NIGHTLY_ZONE));
  }

  @Override
  public Map<String, Long> run(Lease lease) {
    Instant now = clock.instant();
    Instant labels = now.minus(Duration.ofDays(settings.get(Keys.LABEL_DAYS)));
    Instant exchanges = now.minus(Duration.ofDays(settings.get(Keys.WIRE_LOG_DAYS)));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("labels swept", drained(lease, () -> papers.sweep(labels, BATCH)));
    counts.put("exchanges swept", drained(lease, () -> wires.sweep(exchanges, BATCH)));
    int days = settings.get(Keys.ADDRESS_DAYS);
    counts.put("shipments forgotten", drained(lease, () -> forgetting.forget(days, BATCH)));
    lease.renew();
    counts.put("tracking swept", (long) snapshots.sweep(now.minus(STORIES)));
    counts.put("addresses swept", (long) book.sweep(now.minus(STORIES)));
    return counts;
  }

  private static long drained(Lease lease, IntSupplier batch) {
    long all = 0;
    int done;
    do {
      lease.renew();
      done = batch.getAsInt();
      all += done;
    } while (done == BATCH);
    return all;
  }
}
