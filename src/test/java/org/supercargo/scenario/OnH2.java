package org.supercargo.scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scenario on an installation of its own, with H2, that each test starts as it likes to. */
abstract class OnH2 extends WithVisitors {
  private Installation own;

  @Override
  @BeforeEach
  void startFresh() {
    own = Installation.onH2(getClass().getSimpleName());
  }

  @AfterEach
  void close() {
    own.close();
  }

  @Override
  protected Installation installation() {
    return own;
  }
}
