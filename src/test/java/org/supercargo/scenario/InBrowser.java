package org.supercargo.scenario;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A scenario at the installation that scenarios share, one after another. */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class InBrowser extends WithVisitors {
  @Override
  protected final Installation installation() {
    return Installation.shared();
  }
}
