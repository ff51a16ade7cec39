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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.query.Ids;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Raises an alert for each grant that has come into a stage. The stages' windows don't overlap: who
 * was not looked at for weeks hears of the nearest stage alone. Within a window it goes along the
 * index on state and end, so that no page looks at what an earlier one has done; what has been told
 * before is then left out by the index on alerts: asked for in one go, the whole window would be
 * joined for each page.
 */
@ApplicationScoped
class Forecasting {
  private static final List<GrantState> STATES =
      GrantChange.ENDED.from().stream().sorted().toList();

  @PersistenceContext private EntityManager database;
  @Inject private Alerts alerts;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** The next page, of one window of one state; changes nothing. */
  @Transactional
  Forecast next(Forecast last, int most) {
    int windows = stages().size() * STATES.size();
    Forecast at = last;
    while (at.window() < windows) {
      List<?> page = page(at, most);
      if (!page.isEmpty()) {
        Object[] end = (Object[]) page.getLast();
        List<Long> ids = page.stream().map(row -> id((Object[]) row)).toList();
        return new Forecast(at.window(), Columns.instant(end[1]), id(end), ids, false);
      }
      at = at.nextWindow();
    }
    return at.over();
  }

  private List<?> page(Forecast at, int most) {
    List<Integer> stages = stages();
    int stage = at.window() / STATES.size();
    Instant now = clock.instant();
    Instant nearest = stage + 1 < stages.size() ? in(stages.get(stage + 1), now) : now;
    return database
        .createNativeQuery(
            "select id, dies_at from carrier_grant where state = ? and dies_at >= ?"
                + " and dies_at <= ? and (dies_at, id) > (?, ?) order by dies_at, id limit ?")
        .setParameter(1, state(at).name())
        .setParameter(2, utc(latest(at.diesAt(), nearest)))
        .setParameter(3, utc(in(stages.get(stage), now)))
        .setParameter(4, utc(latest(at.diesAt(), nearest)))
        .setParameter(5, at.diesAt().isBefore(nearest) ? Long.MAX_VALUE : at.grant())
        .setParameter(6, most)
        .getResultList();
  }

  private static GrantState state(Forecast page) {
    return STATES.get(page.window() % STATES.size());
  }

  private List<Integer> stages() {
    return settings.get(Keys.ALERT_DAYS);
  }

  /** Raises what a page has to tell that is new; answers how many that is. */
  @Transactional
  int raise(Forecast page) {
    int days = stages().get(page.window() / STATES.size());
    return alerts.raise(due(page, days), AlertKind.ENDS_SOON, days);
  }

  /**
   * The same for grants that the caller holds, and so without looking for them again.
   *
   * @param ends when each dies
   */
  @Transactional(Transactional.TxType.MANDATORY)
  int raise(Map<Long, Instant> ends) {
    Instant now = clock.instant();
    List<Integer> stages = stages();
    Map<Integer, List<Long>> byStage = new TreeMap<>();
    ends.forEach(
        (grant, end) ->
            stage(stages, end, now)
                .ifPresent(
                    days -> byStage.computeIfAbsent(days, any -> new ArrayList<>()).add(grant)));
    return byStage.entrySet().stream()
        .mapToInt(stage -> alerts.raise(stage.getValue(), AlertKind.ENDS_SOON, stage.getKey()))
        .sum();
  }

  /** The nearest stage that it has come into, unless its end has come. */
  private static Optional<Integer> stage(List<Integer> stages, Instant end, Instant now) {
    return stages.stream()
        .filter(days -> !end.isBefore(now) && !end.isAfter(in(days, now)))
        .min(Comparator.naturalOrder());
  }

  /**
   * Those of the page that are still as they were read, free, and have not been told of yet; held
   * until the transaction ends. Counted and not joined: while a night fills the table of alerts,
   * PostgreSQL takes it for a small one and would read all of it for each page.
   */
  private List<Long> due(Forecast page, int days) {
    List<?> found =
        database
            .createNativeQuery(
                "select g.id from carrier_grant g where g.id = any(?)"
                    + " and g.state = ? and g.dies_at <= ? and (select count(*) from alert a"
                    + " where a.grant_id = g.id and a.generation = g.generation and a.kind = ?"
                    + " and a.days = ?) = 0 order by g.id for update skip locked")
            .setParameter(1, Ids.array(page.grants()))
            .setParameter(2, state(page).name())
            .setParameter(3, utc(page.diesAt()))
            .setParameter(4, AlertKind.ENDS_SOON.name())
            .setParameter(5, days)
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
