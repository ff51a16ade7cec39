package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/** What accounts' shipments begin with, in the database. */
@ApplicationScoped
@Transactional
class WishRows {
  @PersistenceContext EntityManager database;
  @Inject AuditTrail audit;

  AccountDefaults of(long account) {
    List<?> rows =
        database
            .createNativeQuery("select wishes from shipping_default where account_id = ?")
            .setParameter(1, account)
            .getResultList();
    return rows.stream()
        .map(row -> Json.read((String) row, AccountDefaults.class))
        .findFirst()
        .orElse(AccountDefaults.UNCHOSEN);
  }

  void keep(Consignor account, AccountDefaults wishes, Actor who) {
    String text = Json.of(wishes);
    int known =
        database
            .createNativeQuery("update shipping_default set wishes = ? where account_id = ?")
            .setParameter(1, text)
            .setParameter(2, account.account())
            .executeUpdate();
    if (known == 0) {
      database
          .createNativeQuery("insert into shipping_default (account_id, wishes) values (?, ?)")
          .setParameter(1, account.account())
          .setParameter(2, text)
          .executeUpdate();
    }
    audit.write(
        who,
        AuditAction.SHIPPING_DEFAULTS_CHANGED,
        Outcome.DONE,
        account.carrier() + " " + account.number(),
        account.account(),
        null);
  }
}
