package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoringTest {
  @TempDir private Path folder;
  private OneNode node;

  @BeforeEach
  void starts() {
    node = new OneNode(folder);
  }

  @Test
  void storesAllTheMoreWhenTheJournalBreaks() {
    fails("journal");
    assertThat(node.storing.keep(node.mine, OneNode.FRESH)).contains(OneNode.STORED.credentials());
    assertThat(node.events).containsExactly("journal", "store");
  }

  @Test
  void goesOnWithTheNewTokenWhileTheDatabaseTakesItsTime() {
    AtomicReference<Held> meanwhile = new AtomicReference<>();
    node.onTheWay.put("store", () -> meanwhile.set(node.warm.get(OneNode.GRANT).orElse(null)));
    node.storing.keep(node.mine, OneNode.FRESH);
    assertThat(meanwhile.get()).isEqualTo(OneNode.STORED);
    assertThat(node.warm.unstored(OneNode.GRANT)).as("it is stored now").isEmpty();
  }

  @Test
  void storesLaterWhatCouldNotBeStored() throws IOException {
    fails("store");
    assertThat(node.storing.keep(node.mine, OneNode.FRESH)).contains(OneNode.STORED.credentials());
    assertThat(node.warm.get(OneNode.GRANT)).contains(OneNode.STORED);
    assertThat(node.journal.waiting()).containsExactly(OneNode.REQUEST);
    node.onTheWay.clear();
    node.storing.go();
    assertThat(node.events).containsExactly("journal", "store", "store");
    assertThat(node.journal.waiting()).isEmpty();
    assertThat(node.warm.unstored(OneNode.GRANT)).isEmpty();
  }

  private void fails(String event) {
    node.onTheWay.put(
        event,
        () -> {
          throw new IllegalStateException(event);
        });
  }
}
