package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.supercargo.audit.Actor;

/** Runs jobs when they are due, on one node at a time, and keeps the record of it. */
@ApplicationScoped
public class Timers {
  /** Every known timer, by name. */
  public List<TimerState> all() {
    throw new UnsupportedOperationException();
  }

  /** The newest runs of a timer, newest first. */
  public List<Run> runs(String timer, int most) {
    throw new UnsupportedOperationException();
  }

  /** Starts the job in the background on this node. False when one is running somewhere. */
  public boolean runNow(String timer, Actor who) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs every job that is due and not yet done, here, now; called by the EJB timer and at
   * start-up.
   */
  public void runDue() {
    throw new UnsupportedOperationException();
  }
}
