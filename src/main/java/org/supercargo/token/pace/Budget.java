package org.supercargo.token.pace;

/**
 * How often a carrier may be asked.
 *
 * @param perDay 0 is as often as one likes
 */
record Budget(int perSecond, int perDay) {
  /** What nobody waits for leaves a fifth of the day to those who do wait. */
  boolean isSpent(int asked, boolean background) {
    return perDay > 0 && asked >= (background ? perDay - perDay / 5 : perDay);
  }
}
