package org.supercargo.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications that may ask for tokens. */
public final class Clients {
  private final Map<String, Client> byId = new LinkedHashMap<>();
  private final Runnable changed;
  private final Client demo;

  Clients(List<String> redirectUris, Runnable changed) {
    this.changed = changed;
    this.demo = Client.demo(redirectUris);
    reset();
  }

  public synchronized Optional<Client> find(String clientId) {
    return Optional.ofNullable(byId.get(clientId));
  }

  public synchronized void put(Client client) {
    byId.put(client.clientId(), client);
    changed.run();
  }

  public synchronized List<Client> all() {
    return new ArrayList<>(byId.values());
  }

  synchronized void reset() {
    replaceAll(List.of(demo));
  }

  /**
   * Remembered applications, except that redirect URIs given at this start win over remembered
   * ones.
   */
  synchronized void restore(List<Client> remembered) {
    replaceAll(remembered);
    if (!demo.redirectUris().isEmpty() || !byId.containsKey(demo.clientId())) {
      byId.put(demo.clientId(), demo);
    }
  }

  private void replaceAll(List<Client> clients) {
    byId.clear();
    clients.forEach(client -> byId.put(client.clientId(), client));
    changed.run();
  }
}
