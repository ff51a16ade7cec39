package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.query.Ids;

/**
 * Moves many grants at once: a few statements a batch, whatever its size. Each batch takes its rows
 * by the index on state and end, and leaves those that somebody else holds to the next night.
 */
@ApplicationScoped
class InactivityCheck {
  @PersistenceContext private EntityManager database;
  @Inject private Grants grants;
  @Inject private Alerts alerts;
  @Inject private Forecasting forecasting;
  @Inject private Clock clock;

  @Transactional
  List<Long> markExpired(int most) {
    Instant now = clock.instant();
    List<Long> ids = new ArrayList<>();
    for (GrantState state : GrantChange.ENDED.from()) {
      if (ids.size() < most) {
        ids.addAll(locked(state, "dies_at <= ?", now, most - ids.size()).keySet());
      }
    }
    moved(ids, state(GrantChange.ENDED), GrantEvent.Kind.EXPIRED);
    alerts.raise(ids, AlertKind.EXPIRED, 0);
    return ids;
  }

  @Transactional
  Warned markExpiring(int most) {
    Map<Long, Instant> ends = locked(GrantState.ACTIVE, "dies_at <= ?", soon(), most);
    List<Long> ids = List.copyOf(ends.keySet());
    moved(ids, state(GrantChange.ENDS_SOON), GrantEvent.Kind.EXPIRING);
    return new Warned(ids, forecasting.raise(ends));
  }

  @Transactional
  List<Long> markActive(int most) {
    List<Long> ids = List.copyOf(locked(GrantState.EXPIRING, "dies_at > ?", soon(), most).keySet());
    change(ids, state(GrantChange.ENDS_LATER));
    return ids;
  }

  @Transactional
  List<Long> sweepPending(int most) {
    Map<Long, Instant> ended =
        locked(GrantState.PENDING, "pending_until <= ?", clock.instant(), most);
    return moved(
        List.copyOf(ended.keySet()),
        state(GrantChange.FORGOTTEN)
            + ", sealed_access = null, sealed_refresh = null, sealed_key = null, sealed_by = null,"
            + " pending_until = null, lease_owner = null, lease_until = null",
        GrantEvent.Kind.DELETED);
  }

  private static String state(GrantChange change) {
    return "state = '" + change.to() + "', why = null";
  }

  private Instant soon() {
    return clock.instant().plus(grants.expiringWithin());
  }

  /** Ids, and when each dies. */
  private Map<Long, Instant> locked(GrantState state, String due, Instant limit, int most) {
    List<?> found =
        database
            .createNativeQuery(
                "select id, dies_at from carrier_grant where state = ? and "
                    + due
                    + " order by dies_at limit ? for update skip locked")
            .setParameter(1, state.name())
            .setParameter(2, limit.atOffset(ZoneOffset.UTC))
            .setParameter(3, most)
            .getResultList();
    Map<Long, Instant> ends = new LinkedHashMap<>();
    for (Object row : found) {
      Object[] column = (Object[]) row;
      ends.put(((Number) column[0]).longValue(), Columns.instant(column[1]));
    }
    return ends;
  }

  private List<Long> moved(List<Long> ids, String change, GrantEvent.Kind kind) {
    change(ids, change);
    if (!ids.isEmpty()) {
      database
          .createNativeQuery(
              "insert into grant_event (grant_id, at, kind, generation)"
                  + " select id, cast(? as timestamp with time zone), cast(? as varchar), generation"
                  + " from carrier_grant where id = any(?)")
          .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
          .setParameter(2, kind.name())
          .setParameter(3, Ids.array(ids))
          .executeUpdate();
    }
    return ids;
  }

  private void change(List<Long> ids, String change) {
    if (!ids.isEmpty()) {
      database
          .createNativeQuery(
              "update carrier_grant set version = version + 1, " + change + " where id = any(?)")
          .setParameter(1, Ids.array(ids))
          .executeUpdate();
    }
  }
}
