package org.supercargo.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.supercargo.query.Criteria;

/** One question to the trail, put together from what the filter names. */
class AuditSearch {
  private static final String VIEW =
      "select new org.supercargo.audit.AuditEntryView(e.id, e.at, e.actor, e.address, e.action,"
          + " e.subject, e.accountId, e.outcome, e.detail)";

  private final EntityManager database;
  private final Criteria criteria = new Criteria();

  AuditSearch(EntityManager database, AuditFilter filter) {
    this.database = database;
    criteria.when("e.at >= :from", "from", filter.from());
    criteria.when("e.at < :until", "until", filter.until());
    criteria.when(
        "lower(e.actor) like :actor escape '!'", "actor", Criteria.within(filter.actor()));
    criteria.when("e.action = :action", "action", filter.action());
    criteria.when("e.outcome = :outcome", "outcome", filter.outcome());
    criteria.when("e.accountId = :account", "account", filter.accountId());
    criteria.when(
        "(lower(e.subject) like :text escape '!' or lower(e.detail) like :text escape '!'"
            + " or e.address like :text escape '!')",
        "text",
        Criteria.within(filter.text()));
  }

  long count() {
    return bound("select count(e)", "", Long.class).getSingleResult();
  }

  List<AuditEntryView> views(int first, int most) {
    return bound(VIEW, " order by e.at desc, e.id desc", AuditEntryView.class)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList();
  }

  /** The next batch below an id: no page gets slower, whatever is written meanwhile. */
  List<AuditEntryView> before(long id, int most) {
    criteria.when("e.id < :before", "before", id);
    return bound(VIEW, " order by e.id desc", AuditEntryView.class)
        .setMaxResults(most)
        .getResultList();
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    return criteria.bind(
        database.createQuery(select + " from AuditEntry e" + criteria.where() + order, type));
  }
}
