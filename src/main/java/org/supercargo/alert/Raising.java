package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.query.Ids;

/** Raises and closes many alerts at once: two statements, however many grants. */
@ApplicationScoped
@Transactional
class Raising {
  private static final int LONGEST = 500;

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  int raise(List<Long> grants, AlertKind kind, int days, @Nullable String why) {
    if (grants.isEmpty()) {
      return 0;
    }
    replace(grants, kind, days);
    String insert =
        "insert into alert (kind, days, carrier, grant_id, generation, ends_at, why, raised_at)"
            + " select cast(? as varchar), cast(? as integer), carrier, id, generation, dies_at,"
            + " cast(? as varchar), cast(? as timestamp with time zone)"
            + " from carrier_grant where id = any(?) on conflict do nothing";
    return database
        .createNativeQuery(insert)
        .setParameter(1, kind.name())
        .setParameter(2, days)
        .setParameter(3, cut(why))
        .setParameter(4, now())
        .setParameter(5, Ids.array(grants))
        .executeUpdate();
  }

  private static List<AlertKind> replacedBy(AlertKind kind) {
    return switch (kind) {
      case ENDS_SOON -> List.of(AlertKind.ENDS_SOON);
      case EXPIRED, NEEDS_CONSENT -> List.of(AlertKind.ENDS_SOON, AlertKind.NEEDS_ATTENTION);
      case NEEDS_ATTENTION, APPLICATION_REFUSED, SHIPMENT_ORPHANED, SHIPMENT_UNRESOLVED ->
          List.of();
    };
  }

  /** All but the same one: what was told before stays as it is. */
  private void replace(List<Long> grants, AlertKind by, int days) {
    List<AlertKind> kinds = replacedBy(by);
    if (!kinds.isEmpty()) {
      String others = " and not (kind = '" + by + "' and days = " + days + ")";
      close(grants, kinds, others, Closing.REPLACED);
    }
  }

  void close(long grant, List<AlertKind> kinds, Closing how) {
    close(List.of(grant), kinds, "", how);
  }

  private void close(List<Long> grants, List<AlertKind> kinds, String only, Closing how) {
    String update =
        "update alert set closed_at = ?, closed_how = ? where closed_at is null and kind in "
            + kinds.stream()
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(",", "(", ")"))
            + only
            + " and grant_id = any(?)";
    database
        .createNativeQuery(update)
        .setParameter(1, now())
        .setParameter(2, how.name())
        .setParameter(3, Ids.array(grants))
        .executeUpdate();
  }

  void applicationRefused(String carrier, Instant since, String why) {
    database
        .createNativeQuery(
            "insert into alert (kind, days, carrier, grant_id, generation, why, raised_at)"
                + " values ('APPLICATION_REFUSED', 0, ?, 0, ?, ?, ?) on conflict do nothing")
        .setParameter(1, carrier)
        .setParameter(2, since.getEpochSecond())
        .setParameter(3, cut(why))
        .setParameter(4, now())
        .executeUpdate();
  }

  void ofShipment(AlertKind kind, String carrier, long account, long shipment, String why) {
    database
        .createNativeQuery(
            "insert into alert (kind, days, carrier, grant_id, generation, account_id,"
                + " shipment_id, why, raised_at) values (?, 0, ?, 0, ?, ?, ?, ?, ?)"
                + " on conflict do nothing")
        .setParameter(1, kind.name())
        .setParameter(2, carrier)
        .setParameter(3, shipment)
        .setParameter(4, account)
        .setParameter(5, shipment)
        .setParameter(6, cut(why))
        .setParameter(7, now())
        .executeUpdate();
  }

  void foundOut(long shipment) {
    database
        .createNativeQuery(
            "update alert set closed_at = ?, closed_how = ? where closed_at is null"
                + " and grant_id = 0 and generation = ? and kind = 'SHIPMENT_UNRESOLVED'")
        .setParameter(1, now())
        .setParameter(2, Closing.FOUND_OUT.name())
        .setParameter(3, shipment)
        .executeUpdate();
  }

  void applicationAccepted(String carrier) {
    database
        .createNativeQuery(
            "update alert set closed_at = ?, closed_how = ? where closed_at is null"
                + " and grant_id = 0 and kind = 'APPLICATION_REFUSED' and carrier = ?")
        .setParameter(1, now())
        .setParameter(2, Closing.ACCEPTED.name())
        .setParameter(3, carrier)
        .executeUpdate();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
  }
}
