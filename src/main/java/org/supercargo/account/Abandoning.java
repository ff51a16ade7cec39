package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.node.Patrol;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Does by day what the nightly check would do about registrations that nobody finished: their
 * tokens are not to lie there until the night.
 */
@ApplicationScoped
class Abandoning implements Patrol {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject NightlySteps steps;
  @Inject Settings settings;

  @Override
  public String name() {
    return "the look at unfinished registrations";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    if (settings.get(Keys.TIMERS_HERE)) {
      all();
    }
  }

  void all() {
    int most = settings.get(Keys.BATCH_SIZE);
    Patrol.drain(most, () -> steps.abandon(most));
  }
}
