package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads alerts for people. */
@ApplicationScoped
@Transactional
class AlertList {
  private static final String OPEN = " where a.closedAt is null";

  @PersistenceContext private EntityManager database;
  @Inject private AlertNames names;

  int open(int most) {
    return ((Number)
            database
                .createNativeQuery(
                    "select count(*) from (select id from alert where closed_at is null limit ?) o")
                .setParameter(1, most)
                .getSingleResult())
        .intValue();
  }

  long lettersWaiting() {
    return database
        .createQuery("select count(m) from AlertMail m where m.state = :waiting", Long.class)
        .setParameter("waiting", AlertMail.State.WAITING)
        .getSingleResult();
  }

  long count(boolean openOnly) {
    return database
        .createQuery("select count(a) from Alert a" + (openOnly ? OPEN : ""), Long.class)
        .getSingleResult();
  }

  List<AlertView> list(boolean openOnly, int first, int most) {
    List<Alert> alerts =
        database
            .createQuery(
                "select a from Alert a" + (openOnly ? OPEN : "") + " order by a.id desc",
                Alert.class)
            .setFirstResult(first)
            .setMaxResults(most)
            .getResultList();
    Map<Long, List<AlertedAccount>> accounts = names.of(alerts);
    Map<Long, MailSummary> mails = mails(alerts);
    return alerts.stream()
        .map(
            alert ->
                alert.view(
                    accounts.getOrDefault(alert.id(), List.of()),
                    mails.getOrDefault(alert.id(), MailSummary.NONE)))
        .toList();
  }

  private Map<Long, MailSummary> mails(List<Alert> alerts) {
    Map<Long, MailSummary> found = new HashMap<>();
    if (!alerts.isEmpty()) {
      database
          .createQuery(
              "select m from AlertMail m where m.alertId in :alerts order by m.nextAt desc",
              AlertMail.class)
          .setParameter("alerts", alerts.stream().map(Alert::id).toList())
          .getResultList()
          .forEach(mail -> found.merge(mail.alert(), mail.summary(), AlertList::sum));
    }
    return found;
  }

  /** The later one is tried sooner. */
  private static MailSummary sum(MailSummary all, MailSummary one) {
    return new MailSummary(
        all.sent() + one.sent(),
        all.waiting() + one.waiting(),
        one.next() == null ? all.next() : one.next(),
        one.why() == null ? all.why() : one.why());
  }
}
