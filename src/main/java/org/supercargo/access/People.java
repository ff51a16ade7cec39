package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.supercargo.access.PersonAnswer.HandOver;
import org.supercargo.access.PersonAnswer.NotDone;
import org.supercargo.access.PersonAnswer.Reason;
import org.supercargo.audit.Actor;

/**
 * Who may sign in, and as what. Every change is audited with its actor. Nobody is ever removed, and
 * the last active administrator can be neither disabled nor given another role. Disabling, another
 * role and another password end all sessions of that person at their next request.
 */
@ApplicationScoped
public class People {
  @PersistenceContext private EntityManager database;
  @Inject private PersonDesk desk;
  @Inject private Passwords passwords;
  @Inject private OwnPassword own;
  @Inject private SignInDelays delays;

  @Transactional
  public List<PersonView> find(PeopleQuery query) {
    return new PeopleSearch(database, query).views();
  }

  /** How many people the query matches, whatever its stretch. */
  @Transactional
  public long count(PeopleQuery query) {
    return new PeopleSearch(database, query).count();
  }

  /**
   * Adds a person with a password made here.
   *
   * @param name 1 to 80 letters, digits and {@code . _ @ + -}, beginning with a letter or digit;
   *     upper and lower case are one
   */
  public PersonAnswer add(String name, Role role, Actor who) {
    Optional<PersonName> allowed = PersonName.of(name);
    if (allowed.isEmpty()) {
      return new NotDone(Reason.NAME_NOT_ALLOWED);
    }
    String password = passwords.generated();
    return added(allowed.get(), role, passwords.handedOver(password), who)
        ? new HandOver(allowed.get().text(), password)
        : new NotDone(Reason.NAME_TAKEN);
  }

  public PersonAnswer disable(long id, Actor who) {
    return desk.change(id, Change.disabled(), who);
  }

  public PersonAnswer enable(long id, Actor who) {
    return desk.change(id, Change.enabled(), who);
  }

  public PersonAnswer give(long id, Role role, Actor who) {
    return desk.change(id, Change.given(role), who);
  }

  /** Gives a new password, made here; what slowed this name down is forgotten. */
  public PersonAnswer resetPassword(long id, Actor who) {
    String password = passwords.generated();
    PersonAnswer answer = desk.change(id, Change.reset(passwords.handedOver(password)), who);
    if (!(answer instanceof PersonAnswer.Done)) {
      return answer;
    }
    String name = desk.nameOf(id);
    delays.forget(name);
    return new HandOver(name, password);
  }

  /**
   * Changes one's own password. A wrong present password counts as one at sign-in does: whoever
   * finds an open session must not guess here.
   */
  public PasswordAnswer changePassword(SignedIn person, String present, String chosen, Actor who) {
    return own.change(person, present, chosen, who);
  }

  boolean areNone() {
    return desk.isEmpty();
  }

  /** The administrator whose password the operator chose. Another node may be first. */
  void addFirst(String name, String password, Actor who) {
    PersonName first = PersonName.of(name).orElseThrow();
    added(first, Role.ADMIN, passwords.handedOver(password), who);
  }

  /** Two nodes may add one name at once; the database's own rule decides. */
  private boolean added(PersonName name, Role role, PasswordHash hash, Actor who) {
    try {
      return desk.add(name, role, hash, who);
    } catch (PersistenceException | jakarta.transaction.TransactionalException failed) {
      if (desk.named(name.text()).isPresent()) {
        return false;
      }
      throw failed;
    }
  }
}
