package org.supercargo.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question about people, put together from what it names. */
class PeopleSearch {
  private final EntityManager database;
  private final PeopleQuery query;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  PeopleSearch(EntityManager database, PeopleQuery query) {
    this.database = database;
    this.query = query;
    when("p.name like :name escape '!'", "name", within(query.name()));
    when("p.role = :role", "role", query.role());
    when("p.active = :active", "active", query.active());
  }

  long count() {
    return bound("select count(p)", "", Long.class).getSingleResult();
  }

  List<PersonView> views() {
    String order = query.sort().path + (query.descending() ? " desc" : "");
    return bound("select p", " order by " + order + ", p.id", Person.class)
        .setFirstResult(query.first())
        .setMaxResults(query.size())
        .getResultStream()
        .map(Person::view)
        .toList();
  }

  private void when(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> bound = database.createQuery(select + " from Person p" + where + order, type);
    values.forEach(bound::setParameter);
    return bound;
  }

  private static @Nullable String within(@Nullable String part) {
    if (part == null || part.isBlank()) {
      return null;
    }
    return "%" + PersonName.folded(part).replaceAll("([!%_])", "!$1") + "%";
  }
}
