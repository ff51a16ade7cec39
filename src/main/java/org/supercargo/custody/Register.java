package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/**
 * Which master key seals, for all nodes together, and what became of the others. Who changes
 * anything here holds the row of the key that seals, so that the nodes do it one after the other.
 */
@ApplicationScoped
class Register {
  private static final Actor CUSTODY = new Actor("custody", null);

  /** No transaction that has sealed with a replaced key is still open after that. */
  static final Duration AFTERLIFE = Duration.ofMinutes(1);

  @PersistenceContext EntityManager database;
  @Inject KeyProviders providers;
  @Inject Holders holders;
  @Inject AuditTrail audit;
  @Inject @Any Instance<SealedRows> rows;
  @Inject Clock clock;

  /**
   * The id of the key that seals. The first one asked for in a new database is the provider's own
   * choice.
   *
   * @throws NotOpened when there is none, or not the one that belongs to this database
   */
  @Transactional
  String sealing() {
    List<String> found = found();
    if (found.isEmpty()) {
      rows.forEach(SealedRows::openNewest);
      begin(providers.chosen().newest());
      found = found();
    }
    return found.getFirst();
  }

  /** Empty as long as nothing was sealed. */
  @Transactional
  Optional<String> current() {
    return found().stream().findFirst();
  }

  /** Newest first. */
  @Transactional
  List<MasterKey> all() {
    return database
        .createQuery("select k from MasterKey k order by k.seenAt desc, k.id", MasterKey.class)
        .getResultList();
  }

  /** The ids of all keys that something may be sealed with. */
  @Transactional
  List<String> needed() {
    return all().stream()
        .filter(key -> key.state() == KeyState.SEALING || key.state() == KeyState.OPENING)
        .map(MasterKey::id)
        .toList();
  }

  /**
   * A new key of the provider's own making. Empty when that is not the application's to make.
   *
   * @throws NotOpened when it can't be made
   */
  @Transactional
  Optional<String> add(Actor who) {
    if (!lockSealing() || all().stream().anyMatch(key -> key.state() == KeyState.SPREADING)) {
      return Optional.empty();
    }
    Optional<String> fresh = providers.chosen().add();
    fresh.ifPresent(key -> admit(key, who));
    return fresh;
  }

  /**
   * Takes notice of the key that the provider wants to seal with, and lets it seal as soon as every
   * living node has it and all that are needed. A node that lacks one of those takes no notice: it
   * may have the keys of another installation.
   */
  @Transactional
  void advance() {
    String newest = providers.chosen().newest();
    if (!lockSealing() || !providers.known().containsAll(needed())) {
      return;
    }
    if (database.find(MasterKey.class, newest) == null) {
      admit(newest, CUSTODY);
    }
    for (MasterKey key : all().reversed()) {
      if (key.state() == KeyState.SPREADING) {
        settle(key, newest);
      }
    }
  }

  /**
   * Retires the replaced keys among those given.
   *
   * @param unused keys that nothing is sealed with
   */
  @Transactional
  int retire(Set<String> unused) {
    if (!lockSealing()) {
      return 0;
    }
    List<MasterKey> over = all().stream().filter(key -> unused.contains(key.id())).toList();
    List<MasterKey> retired = over.stream().filter(this::isOver).toList();
    retired.forEach(
        key -> {
          key.retired(clock.instant());
          note(key, CUSTODY, AuditAction.MASTER_KEY_RETIRED);
        });
    return retired.size();
  }

  boolean isOver(MasterKey key) {
    return key.state() == KeyState.OPENING && !key.since().plus(AFTERLIFE).isAfter(clock.instant());
  }

  private void settle(MasterKey key, String newest) {
    if (holders.allHave(key.id(), needed())) {
      promote(key);
    } else if (!key.id().equals(newest) && !holders.anyHas(key.id())) {
      database.remove(key);
    }
  }

  private void promote(MasterKey key) {
    Instant now = clock.instant();
    database.find(MasterKey.class, found().getFirst()).replaced(now);
    database.flush();
    key.seals(now);
    database.flush();
    note(key, CUSTODY, AuditAction.MASTER_KEY_SEALS);
  }

  private void admit(String id, Actor who) {
    MasterKey key = new MasterKey(id, clock.instant());
    database.persist(key);
    database.flush();
    note(key, who, AuditAction.MASTER_KEY_ADDED);
  }

  private void note(MasterKey key, Actor who, AuditAction action) {
    audit.write(who, action, Outcome.DONE, "master key " + key.id(), null, null);
  }

  /** False when it was replaced at this very moment. */
  private boolean lockSealing() {
    MasterKey key = database.find(MasterKey.class, sealing(), LockModeType.PESSIMISTIC_WRITE);
    database.refresh(key);
    return key.state() == KeyState.SEALING;
  }

  private List<String> found() {
    return database
        .createQuery("select k.id from MasterKey k where k.seals = true", String.class)
        .getResultList();
  }

  /** When two nodes begin at once, the second one finds what the first has chosen. */
  private void begin(String key) {
    database
        .createNativeQuery(
            "insert into master_key (id, seals, seen_at, promoted_at) values (?, true, ?, ?)"
                + " on conflict do nothing")
        .setParameter(1, key)
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
