package org.supercargo.shipping.gate;

import java.time.Duration;

/** Who goes first: in this order. Each waits so long and no longer for its turn. */
public enum Lane {
  LABEL(Duration.ofSeconds(15)),
  RATE(Duration.ofSeconds(8)),
  /** Nobody stands and waits: it is tried again by itself. */
  BACKGROUND(Duration.ofSeconds(3));

  private final Duration patience;

  Lane(Duration patience) {
    this.patience = patience;
  }

  public Duration patience() {
    return patience;
  }

  /** What nobody waits for leaves half of the room to those who do. */
  int room(int most) {
    return this == BACKGROUND ? Math.max(1, most / 2) : most;
  }
}
