package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/** What a person does about an alert. */
@ApplicationScoped
@Transactional
class AlertDesk {
  @PersistenceContext private EntityManager database;
  @Inject private AlertNames names;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  boolean done(long id, Actor who) {
    Alert alert = database.find(Alert.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (alert == null || !alert.done(who.name(), clock.instant())) {
      return false;
    }
    List<AlertedAccount> accounts = names.of(alert);
    Long account = accounts.isEmpty() ? null : accounts.getFirst().id();
    audit.write(
        who, AuditAction.ALERT_DONE, Outcome.DONE, "alert " + id, account, alert.logged(accounts));
    return true;
  }
}
