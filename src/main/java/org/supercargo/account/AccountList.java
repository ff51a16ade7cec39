package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Reads lists of accounts with what is known of their grants. */
@ApplicationScoped
@Transactional
class AccountList {
  @PersistenceContext EntityManager database;
  @Inject AccountRows accounts;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The ids first, then their rows: a database sorts a hundred thousand ids in no time. */
  List<AccountRow> list(AccountQuery query) {
    return rows(
        search()
            .matching(query)
            .ids(query)
            .setFirstResult(query.first())
            .setMaxResults(query.size())
            .getResultList());
  }

  List<AccountRow> search(@Nullable String text, boolean usable, int most) {
    AccountQuery query =
        new AccountQuery(
            text, null, null, null, null, null, null, AccountQuery.Sort.NICKNAME, false, 0, most);
    AccountSearch search = search().matching(query);
    return rows((usable ? search.usable() : search).ids(query).setMaxResults(most).getResultList());
  }

  long count(AccountQuery query) {
    return search().matching(query).count();
  }

  /** Of all rows of the query, in its order, whatever its page. */
  List<Long> ids(AccountQuery query) {
    return search().matching(query).ids(query).getResultList();
  }

  List<AccountRow> after(AccountsAfter wanted) {
    Set<Long> among = wanted.among();
    return among != null && among.isEmpty()
        ? List.of()
        : rows(search().after(wanted).setMaxResults(wanted.size()).getResultList());
  }

  /** In the order of the ids. */
  List<AccountRow> rows(List<Long> ids) {
    Map<Long, AccountRow> found = new HashMap<>();
    if (!ids.isEmpty()) {
      search().among(ids).list().forEach(row -> found.put(row.id(), row));
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  Optional<AccountRow> row(long id) {
    return rows(List.of(id)).stream().findFirst();
  }

  /** Whether it is proven, and {@link AccountStatus#isUsable}. */
  boolean isServing(long id) {
    return !search().among(List.of(id)).usable().list().isEmpty();
  }

  Optional<AccountRow> living(String carrier, String number) {
    return accounts.living(carrier, number).map(CarrierAccount::id).flatMap(this::row);
  }

  /** A number that was only typed proves nothing: its account inherits nothing. */
  List<Succession> successions() {
    List<Succession> all = accounts.successions();
    Set<Long> usable =
        rows(all.stream().map(Succession::heir).distinct().toList()).stream()
            .filter(row -> row.status().isUsable())
            .map(AccountRow::id)
            .collect(Collectors.toSet());
    return all.stream().filter(pair -> usable.contains(pair.heir())).toList();
  }

  Attention attention() {
    return search().in(null).attention();
  }

  private AccountSearch search() {
    int days = settings.get(Keys.EXPIRING_DAYS);
    return new AccountSearch(database, clock.instant(), Duration.ofDays(days));
  }
}
