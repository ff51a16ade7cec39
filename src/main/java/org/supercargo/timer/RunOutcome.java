package org.supercargo.timer;

/** How a run ended. */
public enum RunOutcome {
  RUNNING,
  DONE,
  FAILED,
  /** Its node died or lost the lease; another run took over. */
  ABANDONED
}
