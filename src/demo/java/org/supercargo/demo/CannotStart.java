package org.supercargo.demo;

/** Why the demo can't start, in one line for the person at the terminal. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String line) {
    super(line);
  }
}
