package org.supercargo.token.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Asked before each request for a new pair, told afterwards how it went, or that there was none.
 * Every step is in a transaction of its own. What it can't note because the database is away, it
 * leaves.
 */
@ApplicationScoped
public class Pace {
  private static final Logger LOG = System.getLogger(Pace.class.getName());
  @Inject Lines lines;
  @Inject Settings settings;

  /**
   * Whether the carrier may be asked, and from when on.
   *
   * @param background whether nobody stands and waits
   * @param longestCall how long one question may take to be answered
   */
  public Permit ask(String carrier, boolean background, Duration longestCall) {
    Budget budget =
        new Budget(settings.get(Keys.REFRESHES_PER_SECOND), settings.get(Keys.REFRESHES_PER_DAY));
    return lines.ask(carrier, budget, background, longestCall);
  }

  /** What stands against using a permit that was waited for; empty when nothing does. */
  public Optional<Permit.Closed> against(Permit.Go go) {
    return lines.against(go);
  }

  /** Somebody else came first, or something broke here: the carrier was not asked. */
  public void unused(Permit.Go go, Duration longestCall) {
    noted(() -> lines.unused(go, longestCall));
  }

  /** The carrier answered, whatever it said of that one token. */
  public void succeeded(Permit.Go go) {
    if (go.troubled()) {
      noted(() -> lines.succeeded(go.carrier()));
    }
  }

  /** No answer, or none that means anything. */
  public void failed(Permit.Go go, Optional<Instant> retryAt) {
    noted(() -> lines.failed(go, retryAt));
  }

  /** The carrier does not know or want this application. */
  public void refused(Permit.Go go, CarrierMessage said) {
    noted(
        () -> {
          if (lines.refused(go.carrier(), said)) {
            LOG.log(Level.ERROR, "{0} refuses this application: {1}", go.carrier(), said.text());
          }
        });
  }

  /** Carriers that refuse the application itself. */
  public List<Alarm> alarms() {
    return lines.alarms();
  }

  /** Carriers that have failed so often that they are hardly asked, over all nodes. */
  public Set<String> open() {
    return lines.open();
  }

  private static void noted(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.WARNING, "could not be noted: {0}", databaseAway.getClass().getName());
    }
  }
}
