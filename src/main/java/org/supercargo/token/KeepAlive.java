package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Finds grants that nobody uses, and refreshes them before the carrier forgets them. */
@ApplicationScoped
class KeepAlive {
  /** Far beyond any refresh: one that hangs must not hold up the night for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Idle BEFORE_ALL = new Idle(0, 0, Instant.EPOCH);

  @PersistenceContext private EntityManager database;
  @Inject private Flights flights;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @Transactional
  List<Idle> idle(@Nullable Idle last, int most) {
    List<Idle> found = new ArrayList<>();
    if (days() > 0) {
      Query query =
          asked(
              "id, generation, dies_at", last == null ? BEFORE_ALL : last, " order by dies_at, id");
      for (Object row : query.setMaxResults(most).getResultList()) {
        Object[] column = (Object[]) row;
        found.add(
            new Idle(
                ((Number) column[0]).longValue(),
                ((Number) column[1]).intValue(),
                Columns.instant(column[2])));
      }
    }
    return found;
  }

  @Transactional
  long count(Idle last) {
    return ((Number) asked("count(*)", last, "").getSingleResult()).longValue();
  }

  /** In the shorter of two lives: the second is bounded too, so that an index finds both. */
  private Query asked(String columns, Idle last, String order) {
    Instant now = clock.instant();
    Duration idle = Duration.ofDays(days());
    return database
        .createNativeQuery(
            "select "
                + columns
                + " from carrier_grant where state in "
                + GrantChange.ENDED.fromInSql()
                + " and dies_at > ? and (issued_at <= ? or dies_at <= ?"
                + " and (dies_at - cast(? as timestamp with time zone)) * 4 <= dies_at - issued_at)"
                + " and (dies_at > ? or dies_at = ? and id > ?)"
                + order)
        .setParameter(1, utc(now))
        .setParameter(2, utc(now.minus(idle)))
        .setParameter(3, utc(now.plus(idle.dividedBy(3))))
        .setParameter(4, utc(now))
        .setParameter(5, utc(last.diesAt()))
        .setParameter(6, utc(last.diesAt()))
        .setParameter(7, last.grant());
  }

  List<Kept> refresh(List<Idle> few) {
    List<CompletableFuture<Outcome>> flying = new ArrayList<>();
    for (Idle idle : few) {
      if (Wait.until(clock.instant().plus(jitter()), clock)) {
        flying.add(flights.join(idle.grant(), Wish.newerThan(idle.generation())));
      }
    }
    return flying.stream().map(KeepAlive::landed).toList();
  }

  /** As slow as the budget on the average, and never in step with other installations. */
  private Duration jitter() {
    double slot = 1e9 / settings.get(Keys.REFRESHES_PER_SECOND);
    return Duration.ofNanos((long) ThreadLocalRandom.current().nextDouble(2 * slot));
  }

  private static Kept landed(CompletableFuture<Outcome> flight) {
    try {
      return switch (flight.get(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        case Outcome.Refreshed refreshed -> Kept.REFRESHED;
        case Outcome.StillValid valid -> Kept.USED_MEANWHILE;
        case Outcome.Revoked revoked -> Kept.REVOKED;
        case Outcome.Uncertain uncertain -> Kept.UNCERTAIN;
        case Outcome.Unavailable unavailable -> left(unavailable);
      };
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Kept.FAILED;
    } catch (TimeoutException hangs) {
      return Kept.UNCERTAIN;
    } catch (ExecutionException failed) {
      return Kept.FAILED;
    }
  }

  private static Kept left(Outcome.Unavailable unavailable) {
    if (unavailable.daySpent()) {
      return Kept.OVER_BUDGET;
    }
    return unavailable.why() instanceof Rejected ? Kept.REFUSED : Kept.CARRIER_AWAY;
  }

  private int days() {
    return settings.get(Keys.KEEP_ALIVE_DAYS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
