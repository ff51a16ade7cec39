package org.supercargo.token;

import java.time.Instant;

/**
 * What somebody wants of a grant.
 *
 * @param early whether a good token will not do when it is time to refresh it
 * @param refused a generation that the carrier does not take, although its time is not over
 */
record Wish(boolean early, int refused) {
  /** Any token that is good. */
  static final Wish ANY = new Wish(false, 0);

  /** A good token that is not near its end. */
  static final Wish EARLY = new Wish(true, 0);

  static Wish otherThan(int generation) {
    return new Wish(false, generation);
  }

  boolean isMetBy(Held held, Instant now) {
    return held.isUsableAt(now)
        && held.credentials().generation() != refused
        && !(early && held.isDueAt(now));
  }

  /** Nobody stands and waits for it. */
  boolean isBackground() {
    return early;
  }
}
