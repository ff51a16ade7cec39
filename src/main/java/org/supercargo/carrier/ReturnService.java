package org.supercargo.carrier;

/** How somebody who shall send goods back gets the label. */
public enum ReturnService {
  /** The carrier prints it and sends it by mail. */
  PRINT_AND_MAIL,
  /** The carrier's driver brings it, and comes once. */
  ONE_ATTEMPT,
  /** The carrier's driver brings it, and comes up to three times. */
  THREE_ATTEMPTS,
  /** The carrier sends it by e-mail. */
  ELECTRONIC_LABEL,
  /** We get it, and put it into the parcel or send it ourselves. */
  PRINT_LABEL,
  /** The driver brings the new goods and takes the old ones along with this label. */
  EXCHANGE_LABEL;

  /** Whether we get the label; else the carrier sees to it that it is where it is needed. */
  public boolean isOurs() {
    return this == PRINT_LABEL || this == EXCHANGE_LABEL;
  }
}
