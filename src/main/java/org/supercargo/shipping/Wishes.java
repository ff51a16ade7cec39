package org.supercargo.shipping;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.supercargo.audit.Actor;

/**
 * What accounts' shipments begin with, known by heart for some seconds: every price that is asked
 * for wants it. Who changes it sees it at once on this node.
 */
@ApplicationScoped
class Wishes {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  @Inject WishRows rows;

  private final LoadingCache<Long, AccountDefaults> known =
      Caffeine.newBuilder()
          .expireAfterWrite(FRESH)
          .maximumSize(MOST)
          .executor(Runnable::run)
          .build(account -> rows.of(account));

  AccountDefaults of(long account) {
    return Objects.requireNonNull(known.get(account));
  }

  void keep(Consignor account, AccountDefaults wishes, Actor who) {
    rows.keep(account, wishes, who);
    known.invalidate(account.account());
  }
}
