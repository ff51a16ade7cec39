package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefresherTest {
  @TempDir private Path folder;
  private OneNode node;

  @BeforeEach
  void starts() {
    node = new OneNode(folder);
  }

  @Test
  void keepsTheOnlyLivingPairBeforeAnythingElse() {
    assertThat(node.refresher.refresh(OneNode.GRANT, Wish.ANY))
        .isEqualTo(new Outcome.Refreshed(OneNode.STORED.credentials()));
    assertThat(node.events).containsExactly("intent", "carrier", "journal", "store", "pace");
  }
}
