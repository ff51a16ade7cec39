package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Sealer;
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
  @Inject private Alerts alerts;
  @Inject private Clock clock;

  /** How it stands, without a lock. */
  @Transactional
  Turn.Look look(long id, Wish wish) {
    return look(found(id, LockModeType.NONE), wish);
  }

  /** The right to ask the carrier, committed before it is asked; or why there is none. */
  @Transactional
  Turn begin(long id, Wish wish, Duration lease) {
    Grant grant = found(id, LockModeType.PESSIMISTIC_WRITE);
    Turn.Look look = look(grant, wish);
    if (!(look instanceof Turn.Due)) {
      return look;
    }
    GrantState before = grant.state();
    Instant now = databaseNow();
    Turn.Mine mine =
        grant.lease(settings.get(Keys.NODE).orElse("this node"), now, now.plus(lease), sealer);
    if (grant.state() != before) {
      grants.note(grant, GrantEvent.Kind.UNCERTAIN);
    }
    return mine;
  }

  /** What is in force after this; empty when the answer came too late to be. */
  @Transactional
  Optional<Held> store(Request request, TokenSet tokens) {
    Grant grant = found(request.grant(), LockModeType.PESSIMISTIC_WRITE);
    int before = grant.generation();
    if (!grant.store(request, tokens, sealer, clock.instant())) {
      return Optional.empty();
    }
    if (grant.generation() != before) {
      grant.settle(clock.instant().plus(grants.expiringWithin()));
      grants.note(grant, GrantEvent.Kind.REFRESHED);
      alerts.renewed(grant.id());
    }
    return Optional.of(held(grant));
  }

  /** The carrier says that the refresh token is dead. */
  @Transactional
  void dead(Request request, String said) {
    Grant grant = found(request.grant(), LockModeType.PESSIMISTIC_WRITE);
    if (grant.dead(request, said)) {
      boolean wasPending = grant.isDeleted();
      grants.note(grant, wasPending ? GrantEvent.Kind.DELETED : GrantEvent.Kind.NEEDS_CONSENT);
      refused(grant, said);
      if (!wasPending) {
        alerts.raise(grant.id(), AlertKind.NEEDS_CONSENT, said);
      }
    }
  }

  /** The carrier may have carried it out. */
  @Transactional
  void answerLost(Request request, String said) {
    Grant grant = found(request.grant(), LockModeType.PESSIMISTIC_WRITE);
    if (grant.answerLost(request, said)) {
      grants.note(grant, GrantEvent.Kind.UNCERTAIN);
    }
  }

  /** Lets the next caller try. */
  @Transactional
  void release(Request request) {
    found(request.grant(), LockModeType.PESSIMISTIC_WRITE).release(request);
  }

  /** The carrier refuses calls with that generation's token, and it was fresh. */
  @Transactional
  void callRefused(long id, int generation, String said) {
    Grant grant = found(id, LockModeType.PESSIMISTIC_WRITE);
    if (grant.generation() == generation && grant.become(GrantChange.CALL_REFUSED, said)) {
      grants.note(grant, GrantEvent.Kind.NEEDS_ATTENTION);
      refused(grant, said);
      alerts.raise(id, AlertKind.NEEDS_ATTENTION, said);
    }
  }

  @Transactional
  void callAccepted(long id, int generation) {
    Grant grant = found(id, LockModeType.PESSIMISTIC_WRITE);
    if (grant.generation() == generation && grant.become(GrantChange.CALL_ACCEPTED, null)) {
      grant.settle(clock.instant().plus(grants.expiringWithin()));
      grants.note(grant, GrantEvent.Kind.ACCEPTED);
      alerts.accepted(id);
    }
  }

  /** Requests whose end nobody wrote: their answers are lost as far as anybody knows. */
  @Transactional
  void markLapsed(int most) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from carrier_grant where lease_until <= current_timestamp and state in "
                    + GrantChange.ANSWER_LOST.fromInSql()
                    + " order by lease_until limit ? for update skip locked")
            .setParameter(1, most)
            .getResultList();
    Instant now = databaseNow();
    for (Object id : ids) {
      Grant grant = found(((Number) id).longValue(), LockModeType.PESSIMISTIC_WRITE);
      if (grant.marksLapseAt(now)) {
        grants.note(grant, GrantEvent.Kind.UNCERTAIN);
      }
    }
  }

  private void refused(Grant grant, String said) {
    String subject = grant.carrier() + " log-in " + grant.id();
    audit.write(VAULT, AuditAction.TOKENS_REFRESHED, Outcome.REFUSED, subject, null, said);
  }

  private Turn.Look look(Grant grant, Wish wish) {
    Instant now = clock.instant();
    if (grant.isUsableAt(now)) {
      Held held = held(grant);
      if (wish.isMetBy(held, now)) {
        return new Turn.Usable(held);
      }
    }
    if (!grant.isRefreshable()) {
      return new Turn.Dead(grant.state());
    }
    return grant.isLeasedAt(databaseNow()) ? new Turn.Busy() : new Turn.Due(grant.carrier());
  }

  private Held held(Grant grant) {
    return grant.held(sealer, settings.get(Keys.REFRESH_AHEAD_PERCENT));
  }

  private Grant found(long id, LockModeType lock) {
    Grant grant = database.find(Grant.class, id, lock);
    if (grant == null) {
      throw new NoSuchElementException("no grant " + id);
    }
    return grant;
  }

  /** Leases go by one clock, so that those of the nodes may differ. */
  private Instant databaseNow() {
    Number seconds =
        (Number)
            database
                .createNativeQuery("select extract(epoch from current_timestamp)")
                .getSingleResult();
    BigDecimal exact = new BigDecimal(seconds.toString());
    long whole = exact.longValue();
    return Instant.ofEpochSecond(
        whole, exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }
}
