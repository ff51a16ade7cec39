package org.supercargo.access;

/** What came of a change to a person. */
public sealed interface PersonAnswer {
  record Done() implements PersonAnswer {}

  /** Done; the password is shown this once and kept nowhere in clear. */
  record HandOver(String name, String password) implements PersonAnswer {
    @Override
    public String toString() {
      return "HandOver[name=" + name + "]";
    }
  }

  record NotDone(Reason reason) implements PersonAnswer {}

  /** Why nothing was changed. */
  enum Reason {
    NAME_NOT_ALLOWED,
    NAME_TAKEN,
    /** It would leave nobody who manages people. */
    LAST_ADMINISTRATOR,
    NO_SUCH_PERSON
  }
}
