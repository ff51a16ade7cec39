package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.PersonAnswer.NotDone;
import org.supercargo.access.PersonAnswer.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/** People in the database: each method is one transaction, its audit entry in it. */
@ApplicationScoped
@Transactional
class PersonDesk {
  @PersistenceContext private EntityManager database;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  Optional<Person> active(String name) {
    return named(name).filter(Person::isActive);
  }

  Optional<Person> named(String name) {
    return database
        .createQuery("select p from Person p where p.name = :name", Person.class)
        .setParameter("name", PersonName.folded(name))
        .getResultStream()
        .findFirst();
  }

  Optional<SignedIn> still(SignedIn then) {
    return Optional.ofNullable(database.find(Person.class, then.personId()))
        .filter(person -> person.isStill(then))
        .map(Person::signedIn);
  }

  String nameOf(long id) {
    return database.find(Person.class, id).name();
  }

  boolean isEmpty() {
    return database.createQuery("select count(p) from Person p", Long.class).getSingleResult() == 0;
  }

  /** False when the name is taken. */
  boolean add(PersonName name, Role role, PasswordHash hash, Actor who) {
    if (named(name.text()).isPresent()) {
      return false;
    }
    Person person = new Person(name, role, hash, clock.instant());
    database.persist(person);
    database.flush();
    note(who, AuditAction.PERSON_ADDED, Outcome.DONE, person, "Role " + role);
    return true;
  }

  /** Empty when the person was disabled or given another password a moment ago. */
  Optional<SignedIn> enter(SignedIn then, Actor who) {
    return locked(then.personId())
        .filter(person -> person.isStill(then))
        .map(
            person -> {
              person.enter(clock.instant());
              note(who, AuditAction.SIGNED_IN, Outcome.DONE, person, null);
              return person.signedIn();
            });
  }

  /** Empty when there is no such person any more, or not in this session. */
  Optional<SignedIn> change(SignedIn then, PasswordHash hash, Actor who) {
    return locked(then.personId())
        .filter(person -> person.isStill(then))
        .map(
            person -> {
              person.set(hash);
              note(who, AuditAction.PASSWORD_CHANGED, Outcome.DONE, person, null);
              return person.signedIn();
            });
  }

  /** Changes a person unless nobody who manages people would be left. */
  PersonAnswer change(long id, Change change, Actor who) {
    // All changes lock the administrators in one order: two nodes can't take one another's last.
    List<Person> administrators = lockedAdministrators();
    Person person = locked(id).orElse(null);
    if (person == null) {
      return new NotDone(Reason.NO_SUCH_PERSON);
    }
    if (change.endsAdministrator() && administrators.equals(List.of(person))) {
      note(who, change.action(), Outcome.REFUSED, person, "The last active administrator");
      return new NotDone(Reason.LAST_ADMINISTRATOR);
    }
    if (change.deed().test(person)) {
      note(who, change.action(), Outcome.DONE, person, change.detail());
    }
    return new PersonAnswer.Done();
  }

  private List<Person> lockedAdministrators() {
    return database
        .createQuery(
            "select p from Person p where p.active = true and p.role = :role order by p.id",
            Person.class)
        .setParameter("role", Role.ADMIN)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private Optional<Person> locked(long id) {
    return Optional.ofNullable(database.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private void note(
      Actor who, AuditAction action, Outcome outcome, Person person, @Nullable String detail) {
    audit.write(who, action, outcome, "person " + person.name(), null, detail);
  }
}
