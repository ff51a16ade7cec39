package org.supercargo.account;

/** Details that are right, and what to change about them. */
final class Details {
  private AccountDetails now =
      new AccountDetails(
          "A1B2C3",
          "US",
          "30328",
          "Atlanta",
          "Peachtree Paper",
          "Rosa Delgado",
          null,
          "75 Harbor Street",
          null,
          null,
          "Atlanta",
          "GA",
          "30328",
          "US",
          "404 555 0123",
          "shipping@peachtree.example");

  static AccountDetails of(String number) {
    return new Details().number(number).done();
  }

  Details number(String number) {
    return with("number", number);
  }

  /** Any field by its name. */
  Details with(String field, String value) {
    var components = AccountDetails.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean same = components[i].getName().equals(field);
        found |= same;
        values[i] = same ? value : components[i].getAccessor().invoke(now);
      }
      if (!found) {
        throw new IllegalArgumentException(field);
      }
      now = AccountDetails.class.getDeclaredConstructor(types).newInstance(values);
      return this;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  AccountDetails done() {
    return now;
  }
}
