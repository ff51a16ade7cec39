package org.supercargo.shipping.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question about locations, put together from what it names. */
class LocationSearch {
  private final EntityManager database;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  LocationSearch(EntityManager database) {
    this.database = database;
  }

  LocationSearch matching(LocationQuery query) {
    when(
        "(l.nameKey like :text escape '!' or lower(l.company) like :text escape '!'"
            + " or lower(l.city) like :text escape '!')",
        "text",
        within(query.search()));
    when("l.active = :active", "active", query.active());
    return this;
  }

  LocationSearch after(LocationsAfter wanted) {
    when("l.id > :after", "after", wanted.after());
    when("l.active = :active", "active", true);
    Set<Long> among = wanted.among();
    if (among != null && among.isEmpty()) {
      conditions.add("l.accountId is null");
    } else {
      when("(l.accountId is null or l.accountId in :among)", "among", among);
    }
    return this;
  }

  LocationSearch called(String nameKey) {
    when("l.nameKey = :name", "name", nameKey);
    return this;
  }

  long count() {
    return bound("select count(l)", "", Long.class).getSingleResult();
  }

  TypedQuery<Location> by(String order) {
    return bound("select l", " order by " + order, Location.class);
  }

  private void when(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> bound = database.createQuery(select + " from Location l" + where + order, type);
    values.forEach(bound::setParameter);
    return bound;
  }

  private static @Nullable String within(@Nullable String part) {
    if (part == null || part.isBlank()) {
      return null;
    }
    return "%" + Location.key(part).replaceAll("([!%_])", "!$1") + "%";
  }
}
