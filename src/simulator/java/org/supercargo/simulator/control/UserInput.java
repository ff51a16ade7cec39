package org.supercargo.simulator.control;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.state.Account;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.Users;

/** A log-in as it is sent in; what is left out stays as it is, or takes a default for a new one. */
record UserInput(String user, String password, String name, List<AccountInput> accounts) {

  record AccountInput(String number, String country, String postalCode, Boolean negotiatedRates) {

    Account checked() {
      if (!Input.require(number, "accounts.number").matches("[A-Z0-9]{6}")) {
        throw ControlProblem.bad(
            "an account number has six capital letters or digits, not " + number);
      }
      return new Account(
          number,
          country == null ? "US" : country,
          postalCode == null ? "30328" : postalCode,
          negotiatedRates == null || negotiatedRates);
    }
  }

  User over(Users known) {
    Optional<User> before = known.find(Input.require(user, "user"));
    String display = before.map(User::name).orElse(user);
    return new User(
        user,
        password == null ? before.map(User::password).orElse("ups-demo") : password,
        name == null ? display : name,
        accounts == null ? before.map(User::accounts).orElse(List.of()) : checkedAccounts());
  }

  private List<Account> checkedAccounts() {
    Set<String> numbers = new HashSet<>();
    return accounts.stream()
        .map(account -> Input.require(account, "accounts").checked())
        .peek(
            account -> {
              if (!numbers.add(account.number())) {
                throw ControlProblem.bad("the account number " + account.number() + " comes twice");
              }
            })
        .toList();
  }
}
