package org.supercargo.access.key;

/** What came of wanting a key. */
public sealed interface ApiKeyAnswer {
  /** Made; the key is shown this once and kept nowhere in clear. */
  record Made(String name, String key) implements ApiKeyAnswer {
    @Override
    public String toString() {
      return "Made[name=" + name + "]";
    }
  }

  record NotMade(Reason reason) implements ApiKeyAnswer {}

  /** Why there is no key. */
  enum Reason {
    NAME_NOT_ALLOWED,
    NAME_TAKEN,
    NO_SCOPE,
    NO_ACCOUNT,
    EXPIRY_PAST,
    PER_MINUTE_OUT_OF_RANGE
  }
}
