package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Reads what {@link Turns} has written. */
@ApplicationScoped
@Transactional
class Records {
  @PersistenceContext private EntityManager database;

  List<Run> newest(String timer, int most) {
    return views("select r from TimerRun r where r.timer = :timer order by r.id desc", timer, most);
  }

  List<Run> nights(String timer, int most) {
    String lastOfItsNight =
        "select max(l.id) from TimerRun l where l.timer = :timer and l.startedBy = :timer"
            + " group by l.dueAt";
    return views(
        "select r from TimerRun r where r.id in (" + lastOfItsNight + ") order by r.dueAt desc",
        timer,
        most);
  }

  TimerState state(String timer, Instant nextDue, Instant now) {
    TimerLease lease = database.find(TimerLease.class, timer);
    Run last = newest(timer, 1).stream().findFirst().orElse(null);
    return new TimerState(timer, nextDue, last, lease != null && lease.isHeld(now));
  }

  private List<Run> views(String query, String timer, int most) {
    return database
        .createQuery(query, TimerRun.class)
        .setParameter("timer", timer)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(TimerRun::view)
        .toList();
  }
}
