package org.supercargo.timer;

/** Another node has taken over the job; stop at once and write nothing more. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLost(String timer) {
    super("Another node has taken over " + timer);
  }
}
