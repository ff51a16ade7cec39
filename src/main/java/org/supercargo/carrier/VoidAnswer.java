package org.supercargo.carrier;

/** What came of taking something back. */
public sealed interface VoidAnswer {
  /** It was taken back now, or so the carrier says of it and of what had been before. */
  record Voided() implements VoidAnswer {}

  /** It had been taken back before; as good as {@link Voided}. */
  record AlreadyVoided(CarrierMessage said) implements VoidAnswer {}

  /** It still stands, and is paid for. */
  record Refused(CarrierMessage said) implements VoidAnswer {}

  default boolean isVoided() {
    return !(this instanceof Refused);
  }
}
