package org.supercargo.access.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many requests of one caller were handed to nodes in the newest minute. */
@Entity
@Table(name = "api_window")
class Window {
  @Id private String caller = "";

  /** Minutes since 1970. */
  @Column(name = "at_minute")
  private long minute;

  private int taken;

  /** For JPA only. */
  protected Window() {}

  /**
   * Hands out some requests. A node whose clock is behind takes from the newest minute: no clock
   * turns the count back.
   *
   * @return how many; 0 when the minute's are spent
   */
  int take(long now, int wanted, int most) {
    if (now > minute) {
      minute = now;
      taken = 0;
    }
    int given = Math.clamp(most - (long) taken, 0, wanted);
    taken += given;
    return given;
  }
}
