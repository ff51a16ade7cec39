package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.setting.Addresses;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Whom to tell: an account's own recipients, else those for all. */
@ApplicationScoped
@Transactional
class Recipients {
  private static final int LONGEST = 1_000;

  @PersistenceContext private EntityManager database;
  @Inject private AuditTrail audit;
  @Inject private Settings settings;

  List<String> own(long account) {
    return database
        .createQuery("select r from AlertRecipient r where r.accountId = :id", AlertRecipient.class)
        .setParameter("id", account)
        .getResultStream()
        .findFirst()
        .map(kept -> Addresses.of(kept.addresses()))
        .orElseGet(List::of);
  }

  /** Each once, of all the accounts that an alert is about. */
  List<String> of(List<AlertedAccount> accounts) {
    TreeSet<String> all = new TreeSet<>();
    for (AlertedAccount account : accounts) {
      List<String> own = own(account.id());
      all.addAll(own.isEmpty() ? forAll() : own);
    }
    return accounts.isEmpty() ? forAll() : new ArrayList<>(all);
  }

  private List<String> forAll() {
    return settings.get(Keys.ALERT_RECIPIENTS);
  }

  Optional<String> keep(long account, String subject, String typed, Actor who) {
    List<String> wanted = Addresses.of(typed);
    Optional<String> wrong = Addresses.wrong(wanted);
    String text = String.join(",", wanted);
    if (wrong.isPresent() || text.length() > LONGEST) {
      return Optional.of(wrong.orElse(text));
    }
    if (!own(account).equals(wanted)) {
      database
          .createQuery("delete from AlertRecipient r where r.accountId = :id")
          .setParameter("id", account)
          .executeUpdate();
      if (!wanted.isEmpty()) {
        database.persist(new AlertRecipient(account, text));
      }
      String told = wanted.isEmpty() ? "the recipients for all" : text;
      audit.write(who, AuditAction.RECIPIENTS_CHANGED, Outcome.DONE, subject, account, told);
    }
    return Optional.empty();
  }
}
