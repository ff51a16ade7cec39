package org.supercargo.shipping.batch;

/** How it stands with a batch. */
public enum BatchState {
  /** Read and checked; nothing was sent. */
  CHECKED,
  /** Its rows are being made. */
  RUNNING,
  /** It stands still until somebody lets it go on. */
  PAUSED,
  /** No further row is begun; what is under way is waited for. */
  CANCELLING,
  /** Every row has ended. */
  DONE;

  public boolean isOver() {
    return this == DONE;
  }
}
