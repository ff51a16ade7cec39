package org.supercargo.shipping;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Tracking;

/** What tracking said last, for all nodes, and whose turn it is to ask again. */
@ApplicationScoped
@Transactional
class Snapshots {
  /** As the column is. */
  private static final int LONGEST = 1_000_000;

  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /** What is known. */
  record Snapshot(Story story, Instant heardAt) {}

  /** Whether the caller is to ask the carrier now; nobody else is for that long. */
  boolean isMyTurn(String subject, Duration pause) {
    Instant now = clock.instant();
    int first =
        database
            .createNativeQuery(
                "insert into tracking_snapshot (subject, asked_at) values (?, ?)"
                    + " on conflict do nothing")
            .setParameter(1, subject)
            .setParameter(2, utc(now))
            .executeUpdate();
    return first == 1
        || database
                .createNativeQuery(
                    "update tracking_snapshot set asked_at = ? where subject = ? and asked_at <= ?")
                .setParameter(1, utc(now))
                .setParameter(2, subject)
                .setParameter(3, utc(now.minus(pause)))
                .executeUpdate()
            == 1;
  }

  /** The carrier could not be asked: somebody may try again before that pause is over. */
  void failed(String subject, Duration pause, Duration soon) {
    database
        .createNativeQuery("update tracking_snapshot set asked_at = ? where subject = ?")
        .setParameter(1, utc(clock.instant().minus(pause).plus(soon)))
        .setParameter(2, subject)
        .executeUpdate();
  }

  void heard(String subject, Story story) {
    Instant now = clock.instant();
    database
        .createNativeQuery("update tracking_snapshot set story = ?, heard_at = ? where subject = ?")
        .setParameter(1, story.text(LONGEST))
        .setParameter(2, utc(now))
        .setParameter(3, subject)
        .executeUpdate();
    story.parcels().stream()
        .filter(Snapshots::isUnderWay)
        .map(Tracking::trackingNumber)
        .forEach(number -> seen(number, now));
  }

  private static boolean isUnderWay(Tracking parcel) {
    return switch (parcel.state()) {
      case LABEL_MADE, VOIDED, UNKNOWN -> false;
      case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, EXCEPTION, RETURNED -> true;
    };
  }

  /** Past the version, so that looking disturbs nobody who changes the shipment. */
  private void seen(String number, Instant now) {
    database
        .createNativeQuery(
            "update shipment set used_at = ? where used_at is null and id in"
                + " (select shipment_id from shipment_package where tracking_number = ?)")
        .setParameter(1, utc(now))
        .setParameter(2, number)
        .executeUpdate();
  }

  Optional<Snapshot> last(String subject) {
    List<?> rows =
        database
            .createNativeQuery(
                "select story, heard_at from tracking_snapshot"
                    + " where subject = ? and story is not null")
            .setParameter(1, subject)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(Snapshots::snapshot).findFirst();
  }

  private static Snapshot snapshot(Object[] row) {
    return new Snapshot(Json.read((String) row[0], Story.class), instant(row[1]));
  }

  /** Drivers differ in what they give for a time with a zone. */
  private static Instant instant(@Nullable Object stored) {
    return switch (stored) {
      case OffsetDateTime time -> time.toInstant();
      case java.sql.Timestamp time -> time.toInstant();
      case null, default -> throw new IllegalStateException("no time: " + stored);
    };
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Takes those away that nobody asked for since; answers how many. */
  int sweep(Instant before) {
    return database
        .createNativeQuery("delete from tracking_snapshot where asked_at < ?")
        .setParameter(1, utc(before))
        .executeUpdate();
  }
}
