package org.supercargo.carrier;

/** Which labels are wanted again. */
public sealed interface RecoveryQuestion {
  /** How they are to come; all that the carrier can write, PDF among them. */
  DocumentFormat format();

  /** By the number of the shipment, for all of its labels, or of one package, for its own. */
  record ByNumber(String trackingNumber, DocumentFormat format) implements RecoveryQuestion {}

  /**
   * By a reference that was sent with the order, on that account.
   *
   * @param accountNumber normalised
   */
  record ByReference(String reference, String accountNumber, DocumentFormat format)
      implements RecoveryQuestion {}
}
