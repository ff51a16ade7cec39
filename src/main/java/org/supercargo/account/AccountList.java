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
import java.util.function.Consumer;
import org.supercargo.setting.Settings;

/** Reads lists of accounts with what is known of their grants. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class AccountList {
  private static final int BATCH = 1_000;
  @PersistenceContext EntityManager rows;
  @Inject Settings settings;
  @Inject Clock clock;

  List<AccountRow> list(AccountQuery query) {
    return search().matching(query).list(AccountSearch.order(query), query.first(), query.size());
  }

  long count(AccountQuery query) {
    return search().matching(query).count();
  }

  /** The ids first, then the rows by batches: no page gets slower and no row is met twice. */
  void each(AccountQuery query, Consumer<AccountRow> reader) {
    List<Long> ids = search().matching(query).ids(query).getResultList();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<Long> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      Map<Long, AccountRow> found = new HashMap<>();
      search().among(batch).list(" order by a.id", 0, BATCH).forEach(r -> found.put(r.id(), r));
      batch.stream().map(found::get).filter(Objects::nonNull).forEach(reader);
    }
  }

  Optional<AccountRow> row(long id) {
    return search().among(List.of(id)).list("", 0, 1).stream().findFirst();
  }

  Attention attention() {
    return new Attention(
        search().in(AccountStatus.EXPIRING).count(),
        search().in(AccountStatus.EXPIRED).count(),
        search().in(AccountStatus.NOT_VERIFIED).count(),
        search().in(AccountStatus.NEEDS_CONSENT).count());
  }

  private AccountSearch search() {
    int days = settings.number("supercargo.nightly.expiring-days", 0, 3650);
    return new AccountSearch(rows, clock.instant(), Duration.ofDays(days));
  }
}
