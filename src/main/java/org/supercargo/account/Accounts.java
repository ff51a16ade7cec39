package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Credentials;

/** The carrier accounts of this enterprise. */
@ApplicationScoped
public class Accounts {
  public List<AccountRow> list(AccountQuery query) {
    throw new UnsupportedOperationException();
  }

  /** How many rows the query has without its page. */
  public long count(AccountQuery query) {
    throw new UnsupportedOperationException();
  }

  /** Streams all rows of the query, ignoring its page, in batches: for exports. */
  public void each(AccountQuery query, Consumer<AccountRow> row) {
    throw new UnsupportedOperationException();
  }

  /** Deleted accounts are found too. */
  public Optional<AccountView> view(long id) {
    throw new UnsupportedOperationException();
  }

  public Attention attention() {
    throw new UnsupportedOperationException();
  }

  /**
   * Registers an account without OAuth, as such accounts came from before OAuth. Used by the demo
   * and by imports.
   */
  public long addWithoutOAuth(AccountDetails details, Actor who) {
    throw new UnsupportedOperationException();
  }

  /**
   * Deletes; the sealed tokens are destroyed at once when the grant's last number goes. False when
   * it was deleted already.
   */
  public boolean delete(long id, Actor who) {
    throw new UnsupportedOperationException();
  }

  /**
   * A usable access token for a connected account; may refresh, so never call it inside a
   * transaction.
   *
   * @throws org.supercargo.carrier.CarrierException when there is none to be had
   */
  public Credentials credentials(long id) {
    throw new UnsupportedOperationException();
  }
}
