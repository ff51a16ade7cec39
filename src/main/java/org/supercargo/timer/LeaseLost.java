package org.supercargo.timer;

/** The lease is no longer this node's; stop at once and write nothing more. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLost(String timer) {
    super("No longer this node's: " + timer);
  }
}
