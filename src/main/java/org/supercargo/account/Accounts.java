package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Credentials;
import org.supercargo.token.Tokens;

/** The carrier accounts of this enterprise. */
@ApplicationScoped
public class Accounts {
  private static final int BATCH = 1_000;

  @Inject AccountList list;
  @Inject Portrait portrait;
  @Inject Farewell farewell;
  @Inject Legacy legacy;
  @Inject Access access;
  @Inject LastUsed lastUsed;
  @Inject Tokens tokens;
  @Inject DetailsCheck check;
  @Inject Insistence insist;

  public List<AccountRow> list(AccountQuery query) {
    return list.list(query);
  }

  /** How many rows the query has without its page. */
  public long count(AccountQuery query) {
    return list.count(query);
  }

  /**
   * Hands over all rows of the query, ignoring its page, in batches of ids read at the start: no
   * page gets slower and no row is met twice. For exports; no transaction waits for the reader.
   */
  public void each(AccountQuery query, Consumer<AccountRow> row) {
    List<Long> ids = list.ids(query);
    for (int from = 0; from < ids.size(); from += BATCH) {
      list.rows(ids.subList(from, Math.min(ids.size(), from + BATCH))).forEach(row);
    }
  }

  /** In order of their ids, whatever is added or deleted between two stretches. */
  public List<AccountRow> after(AccountsAfter wanted) {
    return list.after(wanted);
  }

  /** The rows of these ids, deleted ones too, in no order. */
  public List<AccountRow> of(Collection<Long> ids) {
    return list.rows(List.copyOf(ids));
  }

  /**
   * Whether it is there and was not deleted. One that was used lately is known by heart: an account
   * that another node deletes may live five seconds longer here.
   */
  public boolean isLiving(long id) {
    return access.isKnownUsable(id)
        || of(List.of(id)).stream().anyMatch(row -> row.status() != AccountStatus.DELETED);
  }

  /**
   * Accounts whose number, nickname or company has the text in it, by nickname.
   *
   * @param usable only those that a carrier can be asked with; otherwise all that live
   * @param most how many at most
   */
  public List<AccountRow> search(@Nullable String text, boolean usable, int most) {
    return list.search(text, usable, most);
  }

  /** The id of the account of that number that the carrier can be asked with now. */
  public Optional<Long> usable(String carrier, String number) {
    return list.living(carrier, number).filter(row -> row.status().isUsable()).map(AccountRow::id);
  }

  /**
   * Deleted accounts whose number can be asked with again, of those that leave something.
   *
   * @param leaving which of these deleted accounts do; asked only when there are any
   */
  public List<Succession> successions(Function<List<Long>, Set<Long>> leaving) {
    List<Succession> all = list.successions();
    if (all.isEmpty()) {
      return all;
    }
    Set<Long> bequests = leaving.apply(all.stream().map(Succession::deleted).toList());
    return all.stream().filter(pair -> bequests.contains(pair.deleted())).toList();
  }

  /** Deleted accounts are found too. */
  public Optional<AccountView> view(long id) {
    return portrait.of(id);
  }

  /** What happened to its tokens lately, and when they were used. */
  public Timeline timeline(long id) {
    return portrait.timeline(id);
  }

  public Attention attention() {
    return list.attention();
  }

  /**
   * Registers an account without OAuth, as such accounts came from before OAuth. Used by the demo
   * and by imports. Answers the living account of that number when there is one.
   *
   * @throws IllegalArgumentException naming what is wrong with the details
   */
  public long addWithoutOAuth(AccountDetails details, Actor who) {
    return switch (check.of(details)) {
      case DetailsCheck.Checked.Good(AccountDetails good) -> legacy.add(good, who);
      case DetailsCheck.Checked.Bad bad ->
          throw new IllegalArgumentException("These details can't be right: " + bad.problems());
    };
  }

  /**
   * Deletes; the sealed tokens are destroyed at once when the grant's last number goes. False when
   * it was deleted already.
   */
  public boolean delete(long id, Actor who) {
    boolean deleted = insist.on(() -> farewell.delete(id, who));
    access.drop(id);
    return deleted;
  }

  /**
   * A usable access token for a connected account; may refresh, so never call it inside a
   * transaction. For calls to the carrier take {@link #use}, which minds a token that is refused.
   *
   * @throws org.supercargo.carrier.CarrierException when there is none to be had
   */
  public Credentials credentials(long id) {
    Credentials credentials = tokens.accessFor(access.grantOf(id));
    lastUsed.note(id);
    return credentials;
  }

  /**
   * Calls the carrier for a connected account, never inside a transaction. A call that throws
   * {@link org.supercargo.carrier.CarrierException.TokenRefused} is made once more with a fresh
   * token.
   *
   * @param call asks the carrier, once; what it throws reaches the caller
   * @throws org.supercargo.carrier.CarrierException when there is no token to be had, and what the
   *     call throws
   */
  public <T> T use(long id, Function<Credentials, T> call) {
    T answer = tokens.use(access.grantOf(id), call);
    lastUsed.note(id);
    return answer;
  }
}
