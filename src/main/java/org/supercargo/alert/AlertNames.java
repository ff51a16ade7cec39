package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The living accounts that alerts are about, by number. */
@ApplicationScoped
@Transactional
class AlertNames {
  @PersistenceContext private EntityManager database;

  List<AlertedAccount> of(Alert alert) {
    return of(List.of(alert)).getOrDefault(alert.id(), List.of());
  }

  /** By alert: those of its grant, or the one it names. */
  Map<Long, List<AlertedAccount>> of(Collection<Alert> alerts) {
    Map<Long, List<AlertedAccount>> byGrant =
        living("grantId", alerts.stream().map(Alert::grant), NamedAccount::grant);
    Map<Long, List<AlertedAccount>> byId =
        living("id", alerts.stream().flatMap(it -> it.account().stream()), NamedAccount::id);
    return alerts.stream()
        .collect(
            Collectors.toMap(
                Alert::id,
                alert ->
                    alert
                        .account()
                        .map(id -> byId.getOrDefault(id, List.of()))
                        .orElseGet(() -> byGrant.getOrDefault(alert.grant(), List.of()))));
  }

  private Map<Long, List<AlertedAccount>> living(
      String column, Stream<Long> values, Function<NamedAccount, Long> key) {
    List<Long> wanted = values.filter(it -> it != 0).distinct().toList();
    if (wanted.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery(
            "select a from NamedAccount a where a.%s in :wanted and a.liveKey is not null"
                    .formatted(column)
                + " order by a.number",
            NamedAccount.class)
        .setParameter("wanted", wanted)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                key, Collectors.mapping(NamedAccount::view, Collectors.toList())));
  }
}
