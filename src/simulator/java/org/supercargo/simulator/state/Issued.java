package org.supercargo.simulator.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Every code and token handed out since the start, for tests that hunt them in logs and tables. */
public final class Issued {
  private static final int KEPT = 20_000;

  private final Deque<Secret> secrets = new ArrayDeque<>();
  private long dropped;

  /** kind is code, access or refresh. */
  public record Secret(String kind, String value) {}

  synchronized void add(String kind, String value) {
    secrets.add(new Secret(kind, value));
    if (secrets.size() > KEPT) {
      secrets.remove();
      dropped++;
    }
  }

  public synchronized List<Secret> all() {
    return new ArrayList<>(secrets);
  }

  /** How many of the oldest are no longer listed. */
  public synchronized long dropped() {
    return dropped;
  }
}
