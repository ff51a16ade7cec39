package org.supercargo.timer;

/** The right to be the one node that runs a job, for a while. */
public interface Lease {
  /**
   * Prolongs the lease.
   *
   * @throws LeaseLost when another node has taken over
   */
  void renew();
}
