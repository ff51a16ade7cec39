package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import org.supercargo.custody.NotOpened;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Hands;
import org.supercargo.timer.Job;
import org.supercargo.timer.Lease;
import org.supercargo.timer.Nightly;
import org.supercargo.token.Forecast;
import org.supercargo.token.Tokens;
import org.supercargo.token.Warned;

/**
 * What is done every night: keeps alive what nobody uses, marks what dies or died and raises
 * alerts, sweeps unfinished registrations, asks again about numbers that were kept without the
 * carrier's word. Each batch stands alone, so a run may stop anywhere and the next one goes on from
 * the rows.
 */
@ApplicationScoped
public class NightlyCheck implements Job {
  private static final Logger LOG = System.getLogger(NightlyCheck.class.getName());

  /** A carrier that gives no answer three times running is left alone for the night. */
  private static final int PATIENCE = 3;

  @Inject NightlySteps steps;
  @Inject KeepingAlive keepingAlive;
  @Inject Verifying verifying;
  @Inject Hands hands;
  @Inject Tokens tokens;
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
    List<Lease> lanes = lease.lanes(settings.get(Keys.NIGHTLY_PARALLEL));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("expired", drained(most, lanes, lane -> steps.expire(most, lane)));
    keepingAlive.all(most, lease, counts);
    LongAdder alerts = new LongAdder();
    counts.put("expiring", drained(most, lanes, lane -> warned(steps.warn(most, lane), alerts)));
    counts.put("active again", drained(most, lanes, lane -> steps.reactivate(most, lane)));
    forecast(most, lanes, alerts);
    counts.put("alerts raised", alerts.sum());
    counts.put(
        "registrations abandoned",
        drained(most, List.of(lease), lane -> steps.abandon(most, lane)));
    counts.put("pending tokens swept", drained(most, lanes, lane -> steps.sweepStrays(most, lane)));
    verify(most, lease, counts);
    return counts;
  }

  private static int warned(Warned batch, LongAdder alerts) {
    alerts.add(batch.alerts());
    return batch.grants().size();
  }

  private void forecast(int most, List<Lease> lanes, LongAdder alerts) {
    Pages pages = new Pages(tokens, most);
    hands.drain(
        lanes,
        lane -> {
          Forecast page = pages.next();
          if (!page.isOver()) {
            alerts.add(steps.raise(page, lane));
          }
          return !page.isOver();
        });
  }

  /** Each batch takes rows that nobody holds, so two side by side have none in common. */
  private long drained(int most, List<Lease> lanes, ToIntFunction<Lease> batch) {
    LongAdder all = new LongAdder();
    hands.drain(
        lanes,
        lane -> {
          int done = batch.applyAsInt(lane);
          all.add(done);
          return done == most;
        });
    return all.sum();
  }

  private void verify(int most, Lease lease, Map<String, Long> counts) {
    counts.put("accounts verified", 0L);
    counts.put("accounts still not verified", 0L);
    int silent = 0;
    List<Long> batch = steps.unverified(0, most);
    while (!batch.isEmpty() && silent < PATIENCE) {
      for (long account : batch) {
        lease.renew();
        Optional<Saved> answer = verified(account);
        boolean proven = answer.filter(Saved.Connected.class::isInstance).isPresent();
        counts.merge(proven ? "accounts verified" : "accounts still not verified", 1L, Long::sum);
        silent = answer.filter(Saved.Unavailable.class::isInstance).isPresent() ? silent + 1 : 0;
        if (silent == PATIENCE) {
          return;
        }
      }
      batch = steps.unverified(batch.getLast(), most);
    }
  }

  /** Empty when its tokens can't be opened here, which says nothing of the next one. */
  private Optional<Saved> verified(long account) {
    try {
      return Optional.of(verifying.verify(account, NightlySteps.NIGHT));
    } catch (NotOpened broken) {
      LOG.log(Level.WARNING, "account {0}: {1}", Long.toString(account), broken.getMessage());
      return Optional.empty();
    }
  }
}
