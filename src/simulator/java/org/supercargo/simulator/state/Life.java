package org.supercargo.simulator.state;

/** How long things live, in seconds. */
public record Life(
    long accessTokenSeconds, long refreshTokenSeconds, long codeSeconds, long refreshGraceSeconds) {

  /**
   * One hour is what a partner of UPS announced from April 2026, sixty days is UPS's own value. A
   * code of 30 s is claimed by one weak source; ten minutes is the longest that RFC 6749 allows,
   * and leaves time to sign in again at the application before it redeems the code.
   */
  static final Life DEFAULT = new Life(3600, 5_184_000, 600, 0);
}
