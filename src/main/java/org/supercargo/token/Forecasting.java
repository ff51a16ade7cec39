package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.query.Ids;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Raises an alert for each grant that has come into a stage. The stages' windows don't overlap: who
 * was not looked at for weeks hears of the nearest stage alone. Within a window it goes along the
 * index on state and end, so that no batch looks at what an earlier one has done; what has been
 * told before is then left out by the index on alerts: asked for in one go, the whole window would
 * be joined for each batch.
 */
@ApplicationScoped
class Forecasting {
  private static final List<GrantState> STATES =
      GrantChange.ENDED.from().stream().sorted().toList();

  @PersistenceContext private EntityManager database;
  @Inject private Alerts alerts;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** One window of one state, one batch at most. */
  @Transactional
  Forecast next(Forecast at, int most) {
    List<Integer> stages = settings.get(Keys.ALERT_DAYS);
    int stage = at.window() / STATES.size();
    if (stage >= stages.size()) {
      return at.over();
    }
    Instant now = clock.instant();
    Instant nearest = stage + 1 < stages.size() ? in(stages.get(stage + 1), now) : now;
    GrantState state = STATES.get(at.window() % STATES.size());
    List<?> page =
        database
            .createNativeQuery(
                "select id, dies_at from carrier_grant where state = ? and dies_at >= ?"
                    + " and dies_at <= ? and (dies_at, id) > (?, ?) order by dies_at, id limit ?")
            .setParameter(1, state.name())
            .setParameter(2, utc(latest(at.diesAt(), nearest)))
            .setParameter(3, utc(in(stages.get(stage), now)))
            .setParameter(4, utc(latest(at.diesAt(), nearest)))
            .setParameter(5, at.diesAt().isBefore(nearest) ? Long.MAX_VALUE : at.grant())
            .setParameter(6, most)
            .getResultList();
    if (page.isEmpty()) {
      return at.nextWindow(0);
    }
    Object[] last = (Object[]) page.getLast();
    List<Long> due = due(page, state, stages.get(stage), Columns.instant(last[1]));
    alerts.raise(due, AlertKind.ENDS_SOON, stages.get(stage));
    return page.size() < most
        ? at.nextWindow(due.size())
        : at.next(Columns.instant(last[1]), id(last), due.size());
  }

  /**
   * Those of the page that are still as they were read, free, and have not been told of yet; held
   * until the transaction ends.
   */
  private List<Long> due(List<?> page, GrantState state, int days, Instant latest) {
    List<Long> ids = page.stream().map(row -> id((Object[]) row)).toList();
    List<?> found =
        database
            .createNativeQuery(
                "select g.id from carrier_grant g where g.id in "
                    + Ids.list(ids)
                    + " and g.state = ? and g.dies_at <= ? and not exists (select 1 from alert a"
                    + " where a.grant_id = g.id and a.generation = g.generation and a.kind = ?"
                    + " and a.days = ?) order by g.id for update skip locked")
            .setParameter(1, state.name())
            .setParameter(2, utc(latest))
            .setParameter(3, AlertKind.ENDS_SOON.name())
            .setParameter(4, days)
            .getResultList();
    return Ids.of(found);
  }

  private static long id(Object[] row) {
    return ((Number) row[0]).longValue();
  }

  private static Instant in(int days, Instant now) {
    return now.plus(Duration.ofDays(days));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
