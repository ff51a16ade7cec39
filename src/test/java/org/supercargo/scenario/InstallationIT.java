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
}
