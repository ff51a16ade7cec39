package org.supercargo.shipping.label;

/** What should be a label can't be read as one. */
public final class NotPrintable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPrintable(String why) {
    super(why);
  }
}
