package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.supercargo.account.Succession;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.query.Ids;

/** What inheriting writes, each step in a transaction with its entry in the trail. */
@ApplicationScoped
@Transactional
class InheritanceSteps {
  /** What is still open stays, until it is found out: the likes of it are held by its account. */
  private static final String KNOWN = " and state not in ('REQUESTED', 'UNKNOWN', 'UNRESOLVED')";

  @PersistenceContext EntityManager database;
  @Inject Consignors consignors;
  @Inject AuditTrail audit;

  /** Which of the accounts have shipments or defaults to pass on. */
  Set<Long> leaving(List<Long> deleted) {
    List<?> ids =
        database
            .createNativeQuery(
                "select account_id from shipment where account_id = any(?)"
                    + KNOWN
                    + " union select account_id from shipping_default where account_id = any(?)")
            .setParameter(1, Ids.array(deleted))
            .setParameter(2, Ids.array(deleted))
            .getResultList();
    return new TreeSet<>(Ids.of(ids));
  }

  /** What shipments begin with, unless somebody chose for the heir already. */
  void passDefaults(Succession pair) {
    int passed =
        database
            .createNativeQuery(
                "update shipping_default set account_id = ? where account_id = ?"
                    + " and not exists (select 1 from shipping_default where account_id = ?)")
            .setParameter(1, pair.heir())
            .setParameter(2, pair.deleted())
            .setParameter(3, pair.heir())
            .executeUpdate();
    database
        .createNativeQuery("delete from shipping_default where account_id = ?")
        .setParameter(1, pair.deleted())
        .executeUpdate();
    if (passed > 0) {
      note(AuditAction.SHIPPING_DEFAULTS_CHANGED, pair, "those of account %d, deleted");
    }
  }

  /**
   * The newest first, since they can still be voided. Done by two nodes at once each passes others.
   *
   * @return how many
   */
  int pass(Succession pair, int most) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from shipment where account_id = ?"
                    + KNOWN
                    + " order by id desc limit ? for update skip locked")
            .setParameter(1, pair.deleted())
            .setParameter(2, most)
            .getResultList();
    if (ids.isEmpty()) {
      return 0;
    }
    database
        .createNativeQuery(
            "update shipment set account_id = ?, version = version + 1 where id = any(?)")
        .setParameter(1, pair.heir())
        .setParameter(2, Ids.array(Ids.of(ids)))
        .executeUpdate();
    note(AuditAction.SHIPMENTS_INHERITED, pair, ids.size() + " shipments of account %d, deleted");
    return ids.size();
  }

  private void note(AuditAction action, Succession pair, String told) {
    Consignor heir = consignors.of(pair.heir());
    audit.write(
        LookSteps.FINDER,
        action,
        Outcome.DONE,
        heir.carrier() + " " + heir.number(),
        pair.heir(),
        told.formatted(pair.deleted()));
  }
}
