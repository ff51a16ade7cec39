package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** What a refresh writes, each step in a transaction of its own, none open while UPS is asked. */
@ApplicationScoped
class RefreshSteps {
  private static final Actor VAULT = new Actor("vault", null);

  @PersistenceContext private EntityManager database;
  @Inject private Sealer sealer;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Grants grants;
  @Inject private Clock clock;

  /**
   * Hands out a token that is good, else the right to refresh it. The lease goes by the nodes' own
   * clocks; the caller makes it long enough for clocks that differ.
   *
   * @param content whether any token that holds right now will do
   */
  @Transactional
  Turn begin(long id, Duration lease, boolean content) {
    Grant grant = database.find(Grant.class, id);
    if (grant == null) {
      throw new NoSuchElementException("no grant " + id);
    }
    Optional<Turn> settled = settled(grant, content);
    if (settled.isPresent()) {
      return settled.get();
    }
    database.refresh(grant, LockModeType.PESSIMISTIC_WRITE);
    return settled(grant, content).orElseGet(() -> taken(grant, lease));
  }

  /**
   * False when the row has got another pair meanwhile, or none at all. As long as it has not, the
   * new pair is the only one that the carrier honours: it is kept even when the lease ran out while
   * the database was away and somebody else has begun, whose fence ends with this.
   */
  @Transactional
  boolean store(Turn.Mine mine, TokenSet tokens) {
    Grant grant = locked(mine.grant());
    if (grant.generation() != mine.generation() || grant.state() == GrantState.DELETED) {
      return false;
    }
    Instant now = clock.instant();
    grant.receive(tokens, sealer, now);
    if (grant.state() != GrantState.PENDING) {
      grant.live(now, grants.expiringWithin());
    }
    database.persist(new Moment(grant, now, GrantEvent.Kind.REFRESHED));
    return true;
  }

  /** The carrier says that the refresh token is dead. */
  @Transactional
  void markDead(Turn.Mine mine, CarrierMessage said) {
    Grant grant = locked(mine.grant());
    if (!grant.isFencedBy(mine.fence())) {
      return;
    }
    grant.endLease();
    // A pending grant is nobody's yet; its time runs out by itself.
    if (grant.state() != GrantState.PENDING) {
      grant.needsConsent();
      String subject = grant.carrier() + " log-in " + grant.id();
      audit.write(VAULT, AuditAction.TOKENS_REFRESHED, Outcome.REFUSED, subject, null, said.text());
    }
  }

  /** Lets the next caller try. */
  @Transactional
  void release(Turn.Mine mine) {
    Grant grant = locked(mine.grant());
    if (grant.isFencedBy(mine.fence())) {
      grant.endLease();
    }
  }

  private Optional<Turn> settled(Grant grant, boolean content) {
    Instant now = clock.instant();
    if (!grant.isAlive()) {
      return Optional.of(new Turn.Dead(grant.state()));
    }
    if (!grant.isStaleAt(now) || (content && grant.isUsableAt(now))) {
      return Optional.of(new Turn.Usable(grant.credentials(sealer)));
    }
    return grant.isLeasedAt(now) ? Optional.of(new Turn.Busy(current(grant))) : Optional.empty();
  }

  private Turn taken(Grant grant, Duration lease) {
    String owner = settings.get(Keys.NODE).orElse("this node");
    long fence = grant.lease(owner, clock.instant().plus(lease));
    return new Turn.Mine(
        grant.id(),
        grant.carrier(),
        grant.refreshToken(sealer),
        grant.generation(),
        fence,
        current(grant));
  }

  private Optional<Credentials> current(Grant grant) {
    return grant.isUsableAt(clock.instant())
        ? Optional.of(grant.credentials(sealer))
        : Optional.empty();
  }

  private Grant locked(long id) {
    return database.find(Grant.class, id, LockModeType.PESSIMISTIC_WRITE);
  }
}
