package org.supercargo.web.door;

/** The person's role does not allow this; answered with 403. */
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Forbidden(String what) {
    super(what + " is not permitted");
  }
}
