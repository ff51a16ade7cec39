package org.supercargo.access;

/** What a person may do. */
public enum Role {
  /** Manages accounts and people. */
  ADMIN,
  /** Uses accounts. */
  SHIPPER,
  /** Reads everything, changes nothing. */
  AUDITOR;

  /** The names in annotations, which need constants. */
  public static final String ADMIN_NAME = "ADMIN";

  public static final String SHIPPER_NAME = "SHIPPER";
  public static final String AUDITOR_NAME = "AUDITOR";
}
