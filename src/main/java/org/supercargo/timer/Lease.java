package org.supercargo.timer;

import java.util.Collections;
import java.util.List;

/** The right to be the one node that runs a job, for a while. */
public interface Lease {
  /**
   * Prolongs the lease. Inside a transaction it also fences it: nobody can take over before that
   * ends, and it can't be committed by a node that was taken over.
   *
   * @throws LeaseLost when another node has taken over or this one is shutting down
   */
  void renew();

  /**
   * The same right for so many who work side by side, this one the first. Each fences its own
   * transactions and waits for none of the others. Only the first prolongs the lease: it has to be
   * renewed until all have ended, which {@link Hands} does.
   *
   * @throws LeaseLost as {@link #renew}
   */
  default List<Lease> lanes(int many) {
    return Collections.nCopies(many, this);
  }
}
