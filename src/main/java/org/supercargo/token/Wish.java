package org.supercargo.token;

import java.time.Instant;

/**
 * What somebody wants of a grant.
 *
 * @param early whether a good token will not do when it is time to refresh it
 * @param refused a generation that will not do, although its time is not over
 * @param background whether nobody stands and waits for it
 */
record Wish(boolean early, int refused, boolean background) {
  /** Any token that is good. */
  static final Wish ANY = new Wish(false, 0, false);

  /** A good token that is not near its end. */
  static final Wish EARLY = new Wish(true, 0, true);

  static Wish otherThan(int generation) {
    return new Wish(false, generation, false);
  }

  /** A newer pair than that one, whether or not its token is still good. */
  static Wish newerThan(int generation) {
    return new Wish(false, generation, true);
  }

  boolean isMetBy(Held held, Instant now) {
    return held.isUsableAt(now)
        && held.credentials().generation() != refused
        && !(early && held.isDueAt(now));
  }
}
