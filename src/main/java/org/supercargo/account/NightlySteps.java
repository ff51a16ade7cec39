package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.timer.Lease;
import org.supercargo.token.Forecast;
import org.supercargo.token.Tokens;
import org.supercargo.token.Warned;

/** One batch of the nightly check a transaction, fenced by the lease, with its audit entries. */
@ApplicationScoped
@Transactional
class NightlySteps {
  static final Actor NIGHT = new Actor("nightly check", null);
  private static final List<AttemptStage> OPEN =
      Stream.of(AttemptStage.values()).filter(AttemptStage::isOpen).toList();

  @PersistenceContext EntityManager rows;
  @Inject Attempts attempts;
  @Inject Tokens tokens;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  int expire(int most, Lease lease) {
    lease.renew();
    return noted(tokens.markExpired(most), AuditAction.GRANT_EXPIRED);
  }

  Warned warn(int most, Lease lease) {
    lease.renew();
    Warned warned = tokens.markExpiring(most);
    noted(warned.grants(), AuditAction.GRANT_EXPIRING);
    return warned;
  }

  int reactivate(int most, Lease lease) {
    lease.renew();
    return noted(tokens.markActive(most), AuditAction.GRANT_ACTIVE);
  }

  int raise(Forecast page, Lease lease) {
    lease.renew();
    return tokens.raise(page);
  }

  /** Pending tokens that no attempt row stands for. */
  int sweepStrays(int most, Lease lease) {
    lease.renew();
    return tokens.sweepPending(most).size();
  }

  int abandon(int most, Lease lease) {
    lease.renew();
    return abandon(most);
  }

  /** Judges each again under its lock, so that any node may do it at any time. */
  int abandon(int most) {
    List<Long> late =
        rows.createQuery(
                "select a.id from ConnectAttempt a where a.stage in :open and a.expiresAt <= :now"
                    + " order by a.id",
                Long.class)
            .setParameter("open", OPEN)
            .setParameter("now", clock.instant())
            .setMaxResults(most)
            .getResultList();
    late.forEach(this::end);
    return late.size();
  }

  /** Accounts to ask the carrier about again. */
  List<Long> unverified(long after, int most) {
    return rows.createQuery(
            "select a.id from CarrierAccount a where a.verification = :state"
                + " and a.liveKey is not null and a.id > :after order by a.id",
            Long.class)
        .setParameter("state", Verification.NOT_VERIFIED)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  private void end(long id) {
    ConnectAttempt attempt = attempts.lock(id);
    if (!attempt.isOpen() || !attempt.hasExpiredAt(clock.instant())) {
      return; // somebody went on with it at this very moment
    }
    attempt.pendingGrant().ifPresent(tokens::forget);
    String detail = "begun by " + attempt.person() + ", " + attempt.stage().words();
    attempt.ends(AttemptStage.ABANDONED, null);
    String subject = attempt.carrier() + " log-in";
    Long account = attempt.account().orElse(null);
    audit.write(NIGHT, AuditAction.REGISTRATION_ABANDONED, Outcome.DONE, subject, account, detail);
  }

  private int noted(List<Long> grants, AuditAction change) {
    if (!grants.isEmpty()) {
      audit.writeEach(
          NIGHT,
          change,
          Outcome.DONE,
          "select carrier || ' ' || number, id from carrier_account"
              + " where live_key is not null and grant_id = any(?) order by id",
          grants);
    }
    return grants.size();
  }
}
