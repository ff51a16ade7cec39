package org.supercargo.token.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;

/** Reads and changes a carrier's line, one node at a time. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Lines {
  private static final Actor VAULT = new Actor("vault", null);

  @PersistenceContext private EntityManager database;
  @Inject private AuditTrail audit;
  @Inject private Alerts alerts;
  @Inject private Clock clock;

  Permit ask(String carrier, Budget budget, boolean background, Duration longestCall) {
    return locked(carrier).ask(clock.instant(), budget, background, longestCall);
  }

  /** What stands against using it now; empty when nothing does. */
  Optional<Permit.Closed> against(Permit.Go go) {
    return Optional.ofNullable(database.find(Line.class, go.carrier()))
        .filter(line -> line.hasClosedFor(go, clock.instant()))
        .map(Line::closed);
  }

  void unused(Permit.Go go, Duration longestCall) {
    locked(go.carrier()).unused(clock.instant(), go, longestCall);
  }

  void succeeded(String carrier) {
    if (locked(carrier).succeeded(clock.instant())) {
      note(carrier, Outcome.DONE, "The carrier accepts the application again");
      alerts.applicationAccepted(carrier);
    }
  }

  void failed(Permit.Go go, Optional<Instant> retryAt) {
    double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
    locked(go.carrier()).failed(clock.instant(), retryAt, go.probe(), jitter);
  }

  /** Whether that is news. */
  boolean refused(String carrier, CarrierMessage said) {
    Instant now = clock.instant();
    boolean news = locked(carrier).refused(now, said);
    if (news) {
      note(carrier, Outcome.REFUSED, said.text());
      alerts.applicationRefused(carrier, now, said.text());
    }
    return news;
  }

  List<Alarm> alarms() {
    return database
        .createQuery("select l from Line l order by l.carrier", Line.class)
        .getResultStream()
        .flatMap(line -> line.alarm().stream())
        .toList();
  }

  Set<String> open() {
    return database
        .createQuery("select l from Line l", Line.class)
        .getResultStream()
        .filter(Line::isOpen)
        .map(Line::carrier)
        .collect(Collectors.toSet());
  }

  private void note(String carrier, Outcome outcome, String detail) {
    String subject = carrier + " application";
    audit.write(VAULT, AuditAction.APPLICATION_REFUSED, outcome, subject, null, detail);
  }

  private Line locked(String carrier) {
    Line line = database.find(Line.class, carrier, LockModeType.PESSIMISTIC_WRITE);
    if (line != null) {
      return line;
    }
    database
        .createNativeQuery(
            "insert into carrier_line (carrier, next_at, paused_until, asked_on, asked, failures)"
                + " values (?, ?, ?, '', 0, 0) on conflict do nothing")
        .setParameter(1, carrier)
        .setParameter(2, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .setParameter(3, Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    return database.find(Line.class, carrier, LockModeType.PESSIMISTIC_WRITE);
  }
}
