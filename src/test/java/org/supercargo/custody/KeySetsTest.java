package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.carrier.Secret;
import org.supercargo.stage.KeySet;

class KeySetsTest {
  private static final Place HERE = new Place("carrier_grant", "1", "access", 1);
  @TempDir Path folder;

  @Test
  void readsAKeySetFromTheEnvironmentAlsoInBase64() {
    String json = KeySet.make();
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    byte[] sealed =
        sealer(Map.of("supercargo.sealing.keyset", json)).seal(Secret.of("t"), HERE).bytes();
    assertThat(sealer(Map.of("supercargo.sealing.keyset", base64)).open(sealed, HERE))
        .isEqualTo(Secret.of("t"));
  }

  @Test
  void makesAMissingKeySetOnceForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("new/keys.json");
    byte[] sealed = sealer(making(file)).seal(Secret.of("t"), HERE).bytes();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(sealer(making(file)).open(sealed, HERE)).isEqualTo(Secret.of("t"));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no draft is left").containsExactly(file);
    }
  }

  @Test
  void keepsTheFirstKeySetWhenServersStartTogether() throws Exception {
    Path file = folder.resolve("keys.json");
    List<Future<byte[]>> sealed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        sealed.add(threads.submit(() -> sealer(making(file)).seal(Secret.of("t"), HERE).bytes()));
      }
      Sealer later = sealer(making(file));
      for (Future<byte[]> one : sealed) {
        assertThat(later.open(one.get(), HERE)).isEqualTo(Secret.of("t"));
      }
    }
  }

  @Test
  void makesNoKeySetUnlessToldTo() {
    Path file = folder.resolve("keys.json");
    Map<String, String> values = making(file);
    values.put("supercargo.sealing.make-missing-keyset", "false");
    KeySets keys = keys(values);
    assertThat(problem(keys)).contains("the sealing key set " + file + " is missing");
    assertThat(file).doesNotExist();
    assertThatThrownBy(keys::newest).isInstanceOf(NotOpened.class);
  }

  @Test
  void takesAKeySetThatAppearsLater() throws IOException {
    Path file = folder.resolve("keys.json");
    Map<String, String> values = making(file);
    values.put("supercargo.sealing.make-missing-keyset", "false");
    KeySets keys = keys(values);
    assertThat(problem(keys)).isPresent();
    Files.writeString(file, KeySet.make());
    assertThat(problem(keys)).isEmpty();
  }

  @Test
  void saysThatSomethingElseIsNoKeySetWithoutRepeatingIt() {
    for (String wrong : List.of("{}", "{\"key\":\"geheim\"}", "geheim", "Z2VoZWlt", "{")) {
      assertThat(problem(keys(Map.of("supercargo.sealing.keyset", wrong))))
          .contains("the sealing key set in supercargo.sealing.keyset is not a Tink key set");
    }
  }

  @Test
  void saysThatNoKeySetIsNamed() {
    assertThat(problem(keys(Map.of()))).contains("no sealing key set is named by the settings");
  }

  @Test
  void saysThatAFolderTakesNoKeySet() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(problem(keys(making(blocked.resolve("keys.json")))))
        .hasValueSatisfying(problem -> assertThat(problem).endsWith("can't be made"));
  }

  private static Map<String, String> making(Path file) {
    Map<String, String> values = new HashMap<>();
    values.put("supercargo.sealing.keyset-file", file.toString());
    values.put("supercargo.sealing.make-missing-keyset", "true");
    return values;
  }

  private static KeySets keys(Map<String, String> values) {
    return Custodies.keySets(values);
  }

  private static Optional<String> problem(KeySets keys) {
    try {
      keys.newest();
      return Optional.empty();
    } catch (NotOpened reason) {
      return Optional.ofNullable(reason.getMessage());
    }
  }

  private static Sealer sealer(Map<String, String> values) {
    return Custodies.sealer(values);
  }
}
