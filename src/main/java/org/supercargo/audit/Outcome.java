package org.supercargo.audit;

/** How an audited deed ended. */
public enum Outcome {
  DONE,
  REFUSED,
  FAILED
}
