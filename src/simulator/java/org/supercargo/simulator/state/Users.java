package org.supercargo.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log-ins of the simulated ups.com. */
public final class Users {
  private final Map<String, User> byName = new LinkedHashMap<>();
  private final Runnable changed;

  Users(Runnable changed) {
    this.changed = changed;
    replaceAll(User.defaults());
  }

  public synchronized Optional<User> find(String user) {
    return Optional.ofNullable(byName.get(user));
  }

  /** The log-in of that name, when the password fits. */
  public synchronized Optional<User> signIn(String user, String password) {
    return find(user).filter(known -> known.password().equals(password));
  }

  public synchronized void put(User user) {
    byName.put(user.user(), user);
    changed.run();
  }

  public synchronized List<User> all() {
    return new ArrayList<>(byName.values());
  }

  synchronized void replaceAll(List<User> users) {
    byName.clear();
    users.forEach(user -> byName.put(user.user(), user));
    changed.run();
  }
}
