package org.supercargo.scenario;

import org.junit.jupiter.api.Test;

class PromiseTest {
  @Test
  void everyExampleInTheDocumentKeepsItsSchema() {
    Promise.examplesAreTrue();
  }
}
