package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstallationIT extends InBrowser {
  @Test
  void isServedAtTheRoot() {
    Visitor visitor = visitor();
    visitor.opens("/");
    assertThat(visitor.page().title()).contains("Supercargo");
  }

  @Test
  void isAliveButNotReadyWhileTheDatabaseIsAway() {
    installation().databaseGoesAway();
    try {
      assertThat(installation().server().status("/health/ready")).isEqualTo(503);
      assertThat(installation().server().status("/health/live")).isEqualTo(200);
    } finally {
      installation().databaseComesBack();
    }
    installation().server().awaitReady();
  }
}
