package org.supercargo.carrier;

import java.util.List;

/** A carrier's catalogue of codes in words. For screens, too; asks nobody. */
public interface CarrierAdvice {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** What to make of it; of an unknown code the carrier's own text. */
  Advice explain(CarrierMessage said);

  /**
   * Whether it says that the account number is not one of this connection's: the account's page has
   * the remedy.
   */
  boolean blamesTheAccount(CarrierMessage said);

  /** The whole catalogue, by code. */
  List<Advice> all();
}
