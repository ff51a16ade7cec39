package org.supercargo.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.query.Criteria;

/** One question about people, put together from what it names. */
class PeopleSearch {
  private final EntityManager database;
  private final PeopleQuery query;
  private final Criteria criteria = new Criteria();

  PeopleSearch(EntityManager database, PeopleQuery query) {
    this.database = database;
    this.query = query;
    criteria.when("p.name like :name escape '!'", "name", within(query.name()));
    criteria.when("p.role = :role", "role", query.role());
    criteria.when("p.active = :active", "active", query.active());
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

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    return criteria.bind(
        database.createQuery(select + " from Person p" + criteria.where() + order, type));
  }

  private static @Nullable String within(@Nullable String part) {
    return Criteria.within(part, PersonName::folded);
  }
}
