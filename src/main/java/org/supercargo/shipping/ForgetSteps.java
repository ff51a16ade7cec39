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
import org.supercargo.query.Ids;

/** Takes the people out of shipments that ended long ago: so many in a transaction. */
@ApplicationScoped
@Transactional
class ForgetSteps {
  /**
   * Nothing can change any more: nobody looks for it, and it was not made, is taken back, or can't
   * be taken back any more. What was requested no later than its end is found by the index.
   */
  private static final String ENDED =
      "select id from shipment where forgotten_at is null and requested_at < ? and due_at is null"
          + " and (state in ('REJECTED', 'NOT_CREATED', 'VOIDED') and ended_at < ?"
          + " or state in ('CREATED', 'VOID_REFUSED') and coalesce(voidable_until, created_at) < ?)"
          + " order by requested_at limit ? for update skip locked";

  @PersistenceContext EntityManager database;
  @Inject Shipments shipments;
  @Inject Papers papers;
  @Inject Clock clock;

  /**
   * The oldest first. Those that somebody is at are left for another time.
   *
   * @param days after their end; 0 forgets none
   * @return how many
   */
  int forget(int days, int most) {
    return days == 0 ? 0 : forget(clock.instant().minus(Duration.ofDays(days)), most);
  }

  private int forget(Instant before, int most) {
    OffsetDateTime moment = before.atOffset(ZoneOffset.UTC);
    List<Long> ended =
        Ids.of(
            database
                .createNativeQuery(ENDED)
                .setParameter(1, moment)
                .setParameter(2, moment)
                .setParameter(3, moment)
                .setParameter(4, most)
                .getResultList());
    ended.forEach(id -> shipments.locked(id).forget(clock.instant()));
    papers.sweep(ended);
    return ended.size();
  }
}
