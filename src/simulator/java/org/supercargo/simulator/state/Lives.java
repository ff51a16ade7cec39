package org.supercargo.simulator.state;

/** The life times in force for what is issued from now on. */
public final class Lives {
  private final Runnable changed;
  private volatile Life now = Life.DEFAULT;

  Lives(Runnable changed) {
    this.changed = changed;
  }

  public Life now() {
    return now;
  }

  public void set(Life life) {
    now = life;
    changed.run();
  }
}
