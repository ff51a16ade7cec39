package org.supercargo.custody;

/**
 * How far the newest rotation is.
 *
 * @param all how many rows are sealed
 * @param done how many of them by the key that seals
 * @param direct how many an earlier release has sealed, which get a data key too
 */
public record Rotation(long all, long done, long direct) {
  public boolean isDone() {
    return done >= all;
  }

  /** 0 to 100; 100 only when nothing is left. */
  public int percent() {
    return isDone() ? 100 : (int) Math.min(99, 100 * done / all);
  }
}
