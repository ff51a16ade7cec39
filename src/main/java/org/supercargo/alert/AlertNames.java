package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The living accounts that alerts are about, by number. */
@ApplicationScoped
@Transactional
class AlertNames {
  @PersistenceContext private EntityManager database;

  List<AlertedAccount> of(Alert alert) {
    return of(List.of(alert)).getOrDefault(alert.grant(), List.of());
  }

  /** By grant. */
  Map<Long, List<AlertedAccount>> of(Collection<Alert> alerts) {
    Map<Long, List<AlertedAccount>> found = new HashMap<>();
    List<Long> grants = alerts.stream().map(Alert::grant).distinct().toList();
    if (!grants.isEmpty()) {
      database
          .createQuery(
              "select a from NamedAccount a where a.grantId in :grants and a.liveKey is not null"
                  + " order by a.number",
              NamedAccount.class)
          .setParameter("grants", grants)
          .getResultList()
          .forEach(
              account ->
                  found
                      .computeIfAbsent(account.grant(), any -> new ArrayList<>())
                      .add(account.view()));
    }
    return found;
  }
}
