package org.supercargo.shipping;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.supercargo.account.AccountDetails;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Party;

/**
 * Accounts as Shipping sees them, known by heart for some seconds: numbers never change, and
 * whether one may be used the vault is asked anew with every call.
 */
@ApplicationScoped
class Consignors {
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** From then on one caller looks again, and the others do not wait for him. */
  private static final Duration AGEING = Duration.ofSeconds(3);

  private static final int MOST = 10_000;

  @Inject Accounts accounts;

  private final LoadingCache<Long, Consignor> known =
      Caffeine.newBuilder()
          .expireAfterWrite(FRESH)
          .refreshAfterWrite(AGEING)
          .maximumSize(MOST)
          .executor(Runnable::run)
          .build(this::read);

  /**
   * @throws NoSuchElementException when there never was such an account
   */
  Consignor of(long account) {
    return known.get(account);
  }

  /** Read anew; empty when there never was such an account. */
  Optional<Consignor> find(long account) {
    return accounts.view(account).map(Consignors::consignor);
  }

  private Consignor read(long account) {
    return find(account).orElseThrow(() -> new NoSuchElementException("no account " + account));
  }

  private static Consignor consignor(AccountView view) {
    return new Consignor(
        view.row().id(),
        view.row().carrier(),
        view.row().number(),
        Boolean.TRUE.equals(view.negotiatedRates()),
        party(view.details()));
  }

  private static Party party(AccountDetails details) {
    List<String> lines =
        Stream.of(details.addressLine1(), details.addressLine2(), details.addressLine3())
            .filter(Objects::nonNull)
            .toList();
    return new Party(
        details.company(),
        details.contactName(),
        details.phone(),
        details.email(),
        null,
        new Address(
            lines, details.city(), details.state(), details.postalCode(), details.country()),
        false);
  }
}
