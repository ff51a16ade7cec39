package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supercargo.query.Ids;

/** Takes alerts that nobody has been told about, each by one node. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AnnouncingSteps {
  @PersistenceContext private EntityManager database;
  @Inject private AlertNames names;
  @Inject private Clock clock;

  /** The lines to be logged. */
  List<String> announce(int most) {
    List<Alert> alerts = taken("announced_at is null", most);
    Map<Long, List<AlertedAccount>> accounts = names.of(alerts);
    List<String> lines = new ArrayList<>();
    announced(alerts);
    for (Alert alert : alerts) {
      lines.add(alert.logged(accounts.getOrDefault(alert.id(), List.of())));
    }
    return lines;
  }

  private void announced(List<Alert> alerts) {
    if (!alerts.isEmpty()) {
      database
          .createQuery("update Alert a set a.announcedAt = :now where a.id in :ids")
          .setParameter("now", clock.instant())
          .setParameter("ids", alerts.stream().map(Alert::id).toList())
          .executeUpdate();
    }
  }

  /** Open ones that no e-mail was written for, locked until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Alert> taken(String condition, int most) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from alert where closed_at is null and addressed_at is null and "
                    + condition
                    + " order by id limit ? for update skip locked")
            .setParameter(1, most)
            .getResultList();
    return ids.isEmpty()
        ? List.of()
        : database
            .createQuery("select a from Alert a where a.id in :ids order by a.id", Alert.class)
            .setParameter("ids", Ids.of(ids))
            .getResultList();
  }
}
