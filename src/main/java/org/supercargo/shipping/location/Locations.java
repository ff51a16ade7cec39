package org.supercargo.shipping.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supercargo.account.AccountRow;
import org.supercargo.account.Accounts;
import org.supercargo.audit.Actor;

/**
 * Where goods are shipped from. Locations go by their ids; changing one that never was is a {@link
 * java.util.NoSuchElementException}.
 */
@ApplicationScoped
@Transactional
public class Locations {
  /** How many a page offers to choose from. */
  private static final int MOST = 500;

  @PersistenceContext EntityManager database;
  @Inject Accounts accounts;
  @Inject LocationCheck check;
  @Inject LocationDesk desk;

  public List<LocationView> list(LocationQuery query) {
    String order = query.sort().path + (query.descending() ? " desc" : "");
    return views(
        search(query)
            .by(order + ", l.nameKey, l.id")
            .setFirstResult(query.first())
            .setMaxResults(query.size())
            .getResultList());
  }

  /** How many rows the query has without its page. */
  public long count(LocationQuery query) {
    return search(query).count();
  }

  /** In order of their ids, whatever is added between two stretches. */
  public List<LocationView> after(LocationsAfter wanted) {
    return views(
        new LocationSearch(database)
            .after(wanted)
            .by("l.id")
            .setMaxResults(wanted.size())
            .getResultList());
  }

  /** Those that may be shipped from, by name. */
  public List<LocationView> choice() {
    return list(LocationQuery.active(MOST));
  }

  public Optional<LocationView> view(long id) {
    return views(Optional.ofNullable(database.find(Location.class, id)).stream().toList()).stream()
        .findFirst();
  }

  /** By its id, when it is a number, or else by its name in any case; inactive ones too. */
  public Optional<LocationView> called(String idOrName) {
    if (!isText(idOrName)) {
      return Optional.empty();
    }
    if (idOrName.strip().matches("[1-9][0-9]{0,17}")) {
      return view(Long.parseLong(idOrName.strip()));
    }
    return views(
            new LocationSearch(database).called(Location.key(idOrName)).by("l.id").getResultList())
        .stream()
        .findFirst();
  }

  /** Databases take no NUL and no half of a pair; no name has them. */
  private static boolean isText(String text) {
    return text.codePoints()
        .map(Character::getType)
        .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
  }

  /** As it was typed, to be changed. */
  public Optional<LocationDetails> details(long id) {
    return Optional.ofNullable(database.find(Location.class, id)).map(Location::details);
  }

  public LocationAnswer add(LocationDetails typed, Actor who) {
    return switch (check.of(typed)) {
      case LocationCheck.Checked.Good(LocationDetails good) -> desk.add(good, who);
      case LocationCheck.Checked.Bad bad -> new LocationAnswer.Wrong(bad.problems());
    };
  }

  public LocationAnswer change(long id, LocationDetails typed, Actor who) {
    return switch (check.of(typed)) {
      case LocationCheck.Checked.Good(LocationDetails good) -> desk.change(id, good, who);
      case LocationCheck.Checked.Bad bad -> new LocationAnswer.Wrong(bad.problems());
    };
  }

  /** Nothing is shipped from there until it is active again. False when it was inactive. */
  public boolean deactivate(long id, Actor who) {
    return desk.turn(id, false, who);
  }

  /** False when it was active. */
  public boolean activate(long id, Actor who) {
    return desk.turn(id, true, who);
  }

  private LocationSearch search(LocationQuery query) {
    return new LocationSearch(database).matching(query);
  }

  private List<LocationView> views(List<Location> rows) {
    List<Long> ids =
        rows.stream().map(Location::account).filter(Objects::nonNull).distinct().toList();
    Map<Long, AccountRow> known = new HashMap<>();
    if (!ids.isEmpty()) {
      accounts.of(ids).forEach(row -> known.put(row.id(), row));
    }
    return rows.stream().map(row -> row.view(known.get(row.account()))).toList();
  }
}
