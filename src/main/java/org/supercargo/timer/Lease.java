package org.supercargo.timer;

/** The right to be the one node that runs a job, for a while. */
public interface Lease {
  /**
   * Prolongs the lease. Inside a transaction it also fences it: nobody can take over before that
   * ends, and it can't be committed by a node that was taken over.
   *
   * @throws LeaseLost when another node has taken over or this one is shutting down
   */
  void renew();
}
