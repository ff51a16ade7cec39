package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

  @Test
  void isWaitedForWhenTheNodeStopsMeanwhile() throws InterruptedException {
    AtomicReference<List<String>> seen = new AtomicReference<>();
    Thread stop =
        new Thread(
            () -> {
              node.underWay.bringHome();
              seen.set(List.copyOf(node.events));
            });
    node.onTheWay.put(
        "carrier",
        () -> {
          stop.start();
          awaitOver();
        });
    node.refresher.refresh(OneNode.GRANT, Wish.ANY);
    stop.join();
    assertThat(seen.get()).containsExactly("intent", "carrier", "journal", "store", "pace");
  }

  @Test
  void beginsNoneOnceTheNodeStops() {
    node.underWay.bringHome();
    assertThat(node.refresher.refresh(OneNode.GRANT, Wish.ANY))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(node.events).isEmpty();
  }

  private void awaitOver() {
    while (!node.underWay.isOver()) {
      Thread.onSpinWait();
    }
  }
}
