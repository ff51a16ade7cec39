package org.supercargo.simulator.state;

import java.util.List;
import java.util.Optional;

/** A ups.com log-in with the account numbers in its profile. */
public record User(String user, String password, String name, List<Account> accounts) {

  public Optional<Account> account(String number) {
    return accounts.stream().filter(account -> account.number().equals(number)).findFirst();
  }

  static List<User> defaults() {
    String password = "ups-demo";
    return List.of(
        new User(
            "alice",
            password,
            "Alice Ångström",
            List.of(
                new Account("A1B2C3", "US", "30328", true),
                new Account("001234", "US", "10036", true),
                new Account("R7T901", "CA", "M5V2T6", true))),
        new User(
            "bob", password, "Bob O'Brien", List.of(new Account("4E5F6G", "US", "94105", true))),
        new User(
            "carol",
            password,
            "Carol Müller-Łódź",
            List.of(new Account("C4R0L9", "DE", "80331", true))),
        new User("dave", password, "大田 Dave", List.of(new Account("D4V300", "US", "60601", false))),
        new User(
            "zoë", password, "Zoë Nuñez", List.of(new Account("Z0E777", "US", "78701", true))));
  }
}
