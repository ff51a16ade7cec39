package org.supercargo.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question to the trail, put together from what the filter names. */
class AuditSearch {
  private static final String VIEW =
      "select new org.supercargo.audit.AuditEntryView(e.id, e.at, e.actor, e.address, e.action,"
          + " e.subject, e.accountId, e.outcome, e.detail)";

  private final EntityManager database;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  AuditSearch(EntityManager database, AuditFilter filter) {
    this.database = database;
    when("e.at >= :from", "from", filter.from());
    when("e.at < :until", "until", filter.until());
    when("lower(e.actor) like :actor escape '!'", "actor", within(filter.actor()));
    when("e.action = :action", "action", filter.action());
    when("e.outcome = :outcome", "outcome", filter.outcome());
    when("e.accountId = :account", "account", filter.accountId());
    when(
        "(lower(e.subject) like :text escape '!' or lower(e.detail) like :text escape '!'"
            + " or e.address like :text escape '!')",
        "text",
        within(filter.text()));
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
    when("e.id < :before", "before", id);
    return bound(VIEW, " order by e.id desc", AuditEntryView.class)
        .setMaxResults(most)
        .getResultList();
  }

  private void when(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> query = database.createQuery(select + " from AuditEntry e" + where + order, type);
    values.forEach(query::setParameter);
    return query;
  }

  private static @Nullable String within(@Nullable String part) {
    if (part == null || part.isBlank()) {
      return null;
    }
    String literal = part.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return "%" + literal + "%";
  }
}
