package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Job;
import org.supercargo.timer.Lease;
import org.supercargo.timer.Nightly;
import org.supercargo.token.Forecast;

/**
 * What is done every night: keeps alive what nobody uses, marks what dies or died and raises
 * alerts, sweeps unfinished registrations, asks again about numbers that were kept without the
 * carrier's word. Each batch stands alone, so a run may stop anywhere and the next one goes on from
 * the rows.
 */
@ApplicationScoped
public class NightlyCheck implements Job {
  /** A carrier that gives no answer three times running is left alone for the night. */
  private static final int PATIENCE = 3;

  @Inject NightlySteps steps;
  @Inject KeepingAlive keepingAlive;
  @Inject Verifying verifying;
  @Inject Settings settings;

  @Override
  public String name() {
    return "nightly-check";
  }

  @Override
  public Nightly when() {
    return new Nightly(settings.get(Keys.NIGHTLY_HOUR), settings.get(Keys.NIGHTLY_ZONE));
  }

  @Override
  public Map<String, Long> run(Lease lease) {
    int most = settings.get(Keys.BATCH_SIZE);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("expired", drained(most, () -> steps.expire(most, lease)));
    keepingAlive.all(most, lease, counts);
    counts.put("expiring", drained(most, () -> steps.warn(most, lease)));
    counts.put("active again", drained(most, () -> steps.reactivate(most, lease)));
    counts.put("alerts raised", forecast(most, lease));
    counts.put("registrations abandoned", drained(most, () -> steps.abandon(most, lease)));
    counts.put("pending tokens swept", drained(most, () -> steps.sweepStrays(most, lease)));
    verify(most, lease, counts);
    return counts;
  }

  private long forecast(int most, Lease lease) {
    Forecast at = Forecast.START;
    while (!at.isOver()) {
      at = steps.forecast(at, most, lease);
    }
    return at.raised();
  }

  private static long drained(int most, IntSupplier batch) {
    long all = 0;
    int done;
    do {
      done = batch.getAsInt();
      all += done;
    } while (done == most);
    return all;
  }

  private void verify(int most, Lease lease, Map<String, Long> counts) {
    counts.put("accounts verified", 0L);
    counts.put("accounts still not verified", 0L);
    int silent = 0;
    List<Long> batch = steps.unverified(0, most);
    while (!batch.isEmpty() && silent < PATIENCE) {
      for (long account : batch) {
        lease.renew();
        Saved answer = verifying.verify(account, NightlySteps.NIGHT);
        boolean proven = answer instanceof Saved.Connected;
        counts.merge(proven ? "accounts verified" : "accounts still not verified", 1L, Long::sum);
        silent = answer instanceof Saved.Unavailable ? silent + 1 : 0;
        if (silent == PATIENCE) {
          return;
        }
      }
      batch = steps.unverified(batch.getLast(), most);
    }
  }
}
