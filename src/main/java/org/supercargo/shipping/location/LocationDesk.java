package org.supercargo.shipping.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.FieldProblem;
import org.supercargo.account.Succession;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.query.Ids;

/** Locations in the database: each method is one transaction, its audit entry in it. */
@ApplicationScoped
@Transactional
class LocationDesk {
  private static final Actor HEIRS = new Actor("location check", null);

  @PersistenceContext EntityManager database;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  LocationAnswer add(LocationDetails details, Actor who) {
    if (called(details.name()).isPresent()) {
      return taken();
    }
    Location location = new Location(details, clock.instant());
    database.persist(location);
    database.flush();
    note(who, AuditAction.LOCATION_ADDED, location, null);
    return new LocationAnswer.Kept(location.id());
  }

  LocationAnswer change(long id, LocationDetails details, Actor who) {
    Location location = locked(id);
    if (called(details.name()).filter(other -> other.id() != id).isPresent()) {
      return taken();
    }
    List<String> changes = location.changes(details);
    if (!changes.isEmpty()) {
      location.describe(details);
      note(who, AuditAction.LOCATION_CHANGED, location, String.join("; ", changes));
    }
    return new LocationAnswer.Kept(id);
  }

  boolean turn(long id, boolean on, Actor who) {
    Location location = locked(id);
    boolean turned = location.turn(on);
    if (turned) {
      note(
          who,
          on ? AuditAction.LOCATION_ACTIVATED : AuditAction.LOCATION_DEACTIVATED,
          location,
          null);
    }
    return turned;
  }

  /** Which of the accounts locations still ship from. */
  Set<Long> leaving(List<Long> deleted) {
    List<?> ids =
        database
            .createNativeQuery(
                "select distinct account_id from ship_location where account_id = any(?)")
            .setParameter(1, Ids.array(deleted))
            .getResultList();
    return Set.copyOf(Ids.of(ids));
  }

  /** Whoever changes one of them meanwhile chooses for himself. */
  void pass(Succession pair) {
    new LocationSearch(database)
        .shippingFrom(pair.deleted())
        .by("l.id")
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .forEach(location -> pass(location, pair));
  }

  private void pass(Location location, Succession pair) {
    location.ship(pair.heir());
    note(
        HEIRS,
        AuditAction.LOCATION_CHANGED,
        location,
        "account, was %d, deleted".formatted(pair.deleted()));
  }

  private static LocationAnswer taken() {
    return new LocationAnswer.Wrong(List.of(new FieldProblem("name", "taken")));
  }

  private Optional<Location> called(String name) {
    return new LocationSearch(database)
        .called(Location.key(name))
        .by("l.id")
        .getResultStream()
        .findFirst();
  }

  private Location locked(long id) {
    return Optional.ofNullable(database.find(Location.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new NoSuchElementException("no location " + id));
  }

  private void note(Actor who, AuditAction action, Location location, @Nullable String detail) {
    audit.write(who, action, Outcome.DONE, location.subject(), location.account(), detail);
  }
}
