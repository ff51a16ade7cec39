package org.supercargo.custody;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeySetsContractTest extends KeyProviderContract {
  @TempDir private Path folder;
  private KeySets keys;

  @BeforeEach
  void open() {
    KeySetFile.makeIfMissing(folder.resolve("keys.json"));
    keys = another();
  }

  private KeySets another() {
    return Custodies.keySets(
        Map.of("supercargo.sealing.keyset-file", folder.resolve("keys.json").toString()));
  }

  @Override
  KeyProvider provider() {
    return keys;
  }

  @Override
  KeyProvider onAnotherNode() {
    return another();
  }
}
