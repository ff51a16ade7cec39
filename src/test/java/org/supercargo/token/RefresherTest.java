package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  void bringsWhatLiesInTheJournalBeforeItSpendsATokenThatIsSpent() throws IOException {
    write(node.seal);
    assertThat(node.refresher.refresh(OneNode.GRANT, Wish.ANY))
        .isEqualTo(new Outcome.StillValid(OneNode.STORED.credentials()));
    assertThat(node.events).containsExactly("journal", "store");
    assertThat(node.journal.waiting()).isEmpty();
  }

  @Test
  void goesOnWhenWhatLiesThereCanNotBeBrought() throws IOException {
    write(new OneNode(folder).seal);
    assertThat(node.refresher.refresh(OneNode.GRANT, Wish.ANY))
        .isInstanceOf(Outcome.Refreshed.class);
    assertThat(node.events).contains("carrier");
  }

  @Test
  void leavesAloneWhatLiesThereForOthers() throws IOException {
    node.journal.write(new Request(18, 1, 1), new byte[] {1});
    node.refresher.refresh(OneNode.GRANT, Wish.ANY);
    assertThat(node.journal.waiting()).extracting(Request::grant).containsExactly(18L);
    assertThat(node.events).containsOnlyOnce("store").contains("carrier");
  }

  private void write(Seal seal) throws IOException {
    Request before = new Request(OneNode.GRANT, 1, 4);
    node.journal.write(before, seal.journal(Written.of(OneNode.FRESH), Journal.name(before)));
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
