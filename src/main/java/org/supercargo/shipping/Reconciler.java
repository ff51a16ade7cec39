package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.supercargo.account.Accounts;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Patrol;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Finds out what came of shipments that nobody knows the end of, and of voidings. What was unknown
 * once is looked for again when its end is known, in case another one was made. Every node goes
 * round; each shipment is taken up by one at a time, and by another when that one dies.
 */
@ApplicationScoped
class Reconciler implements Patrol {
  private static final Logger LOG = System.getLogger(Reconciler.class.getName());
  private static final int BATCH = 10;
  private static final Duration ROUND = Duration.ofSeconds(30);

  /** Questions to the carrier for ten shipments, each with all the patience there is. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Inject LookSteps steps;
  @Inject OrderSteps orders;
  @Inject Finder finder;
  @Inject Withdrawal withdrawal;
  @Inject Underway underway;
  @Inject Accounts accounts;
  @Inject Sockets sockets;
  @Inject Meters meters;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "the look at unknown shipments";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  /** It would keep the node from stopping while the carrier is slow; another node goes on. */
  @Override
  public synchronized void go() {
    long end = System.nanoTime() + ROUND.toNanos();
    List<Look> due;
    do {
      due = steps.claim(BATCH, Underway.LEASE);
      due.forEach(it -> underway.begins(it.shipment(), it.fence(), it.until(), LONGEST));
      due.forEach(this::look);
    } while (due.size() == BATCH && System.nanoTime() - end < 0);
  }

  private void look(Look look) {
    try {
      if (!isGone(look.account())) {
        findOut(look);
        return;
      }
      Optional<Long> heir = accounts.usable(look.carrier(), look.accountNumber());
      if (heir.isPresent()) {
        findOut(look.by(heir.get()));
      } else {
        steps.nobodyCanAsk(look);
        meters.looked(Meters.Outcome.NOBODY_TO_ASK);
      }
    } catch (CarrierException away) {
      LOG.log(Level.INFO, "{0} stays unknown: {1}", look.reference(), away.said().text());
      meters.looked(Meters.Outcome.AWAY);
      steps.postpone(look);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, look.reference() + " could not be looked for", failed);
      meters.looked(Meters.Outcome.FAILED);
      steps.postpone(look);
    } finally {
      underway.ends(look.shipment(), look.fence());
    }
  }

  private void findOut(Look look) {
    switch (look.state()) {
      case UNKNOWN, NOT_CREATED, CREATED, VOIDED, VOID_REFUSED -> find(look);
      case VOID_REQUESTED -> {
        withdrawal.again(look);
        meters.looked(Meters.Outcome.ASKED);
      }
      case REQUESTED, REJECTED, UNRESOLVED -> steps.rest(look);
    }
  }

  /** With the account went the tokens: no waiting brings them back. */
  private boolean isGone(long account) {
    return accounts.view(account).map(it -> it.deletedAt() != null).orElse(true);
  }

  private void find(Look look) {
    Instant askedAt = clock.instant();
    switch (finder.find(look)) {
      case Finder.Made(List<Booking> bookings) -> {
        Duration voidPeriod = sockets.shipping(look.carrier()).voidPeriod();
        for (Booking booking : bookings) {
          orders.booked(look.shipment(), booking, voidPeriod, LookSteps.FINDER);
        }
        steps.rest(look);
        meters.looked(Meters.Outcome.FOUND);
      }
      case Finder.Voided(CarrierMessage said) -> {
        steps.foundVoided(look, said);
        meters.looked(Meters.Outcome.VOIDED);
      }
      case Finder.Nothing none -> {
        steps.notFound(look, askedAt, settings.get(Keys.UNKNOWN_GRACE));
        meters.looked(Meters.Outcome.NOTHING);
      }
    }
  }
}
