package org.supercargo.account;

/** How far a trip to the consent pages has come. */
enum AttemptStage {
  /** The browser was sent away. */
  STARTED("sent to the consent page"),
  /** Its state was presented and is used up; the code is being exchanged. */
  RETURNED("back with a code"),
  /** Tokens are kept as pending. */
  KEPT("consent given, not submitted"),
  CONNECTED("connected"),
  REGENERATED("regenerated"),
  WRONG_USER("wrong user"),
  REFUSED("refused"),
  /** Nobody came back in time. */
  ABANDONED("abandoned");

  private final String words;

  AttemptStage(String words) {
    this.words = words;
  }

  /** Whether it may still lead somewhere. */
  boolean isOpen() {
    return switch (this) {
      case STARTED, RETURNED, KEPT -> true;
      case CONNECTED, REGENERATED, WRONG_USER, REFUSED, ABANDONED -> false;
    };
  }

  /** For the audit trail. */
  String words() {
    return words;
  }
}
