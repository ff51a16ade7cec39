package org.supercargo.shipping.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.query.Criteria;

/** One question about locations, put together from what it names. */
class LocationSearch {
  private final EntityManager database;
  private final Criteria criteria = new Criteria();

  LocationSearch(EntityManager database) {
    this.database = database;
  }

  LocationSearch matching(LocationQuery query) {
    criteria.when(
        "(l.nameKey like :text escape '!' or lower(l.company) like :text escape '!'"
            + " or lower(l.city) like :text escape '!')",
        "text",
        within(query.search()));
    criteria.when("l.active = :active", "active", query.active());
    return this;
  }

  LocationSearch after(LocationsAfter wanted) {
    criteria.when("l.id > :after", "after", wanted.after());
    criteria.when("l.active = :active", "active", true);
    Set<Long> among = wanted.among();
    if (among != null && among.isEmpty()) {
      criteria.always("l.accountId is null");
    } else {
      criteria.when("(l.accountId is null or l.accountId in :among)", "among", among);
    }
    return this;
  }

  LocationSearch called(String nameKey) {
    criteria.when("l.nameKey = :name", "name", nameKey);
    return this;
  }

  LocationSearch shippingFrom(long account) {
    criteria.when("l.accountId = :account", "account", account);
    return this;
  }

  long count() {
    return bound("select count(l)", "", Long.class).getSingleResult();
  }

  TypedQuery<Location> by(String order) {
    return bound("select l", " order by " + order, Location.class);
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    return criteria.bind(
        database.createQuery(select + " from Location l" + criteria.where() + order, type));
  }

  private static @Nullable String within(@Nullable String part) {
    return Criteria.within(part, Location::key);
  }
}
