package org.supercargo.token;

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
import org.supercargo.setting.Settings;
import org.supercargo.stage.KeySet;

class SealingKeysTest {
  private static final Place HERE = Place.access(1, 1);
  @TempDir Path folder;

  @Test
  void readsAKeySetFromTheEnvironmentAlsoInBase64() {
    String json = KeySet.make();
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    byte[] sealed = sealer(Map.of("supercargo.sealing.keyset", json)).seal(Secret.of("t"), HERE);
    assertThat(sealer(Map.of("supercargo.sealing.keyset", base64)).open(sealed, HERE))
        .isEqualTo(Secret.of("t"));
  }

  @Test
  void makesAMissingKeySetOnceForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("new/keys.json");
    byte[] sealed = sealer(making(file)).seal(Secret.of("t"), HERE);
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
        sealed.add(threads.submit(() -> sealer(making(file)).seal(Secret.of("t"), HERE)));
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
    SealingKeys keys = keys(values);
    assertThat(keys.problem()).contains("the sealing key set " + file + " is missing");
    assertThat(file).doesNotExist();
    assertThatThrownBy(keys::aead).isInstanceOf(NotOpened.class);
  }

  @Test
  void takesAKeySetThatAppearsLater() throws IOException {
    Path file = folder.resolve("keys.json");
    Map<String, String> values = making(file);
    values.put("supercargo.sealing.make-missing-keyset", "false");
    SealingKeys keys = keys(values);
    assertThat(keys.problem()).isPresent();
    Files.writeString(file, KeySet.make());
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void saysThatSomethingElseIsNoKeySetWithoutRepeatingIt() {
    for (String wrong : List.of("{}", "{\"key\":\"geheim\"}", "geheim", "Z2VoZWlt", "{")) {
      assertThat(keys(Map.of("supercargo.sealing.keyset", wrong)).problem())
          .contains("the sealing key set in supercargo.sealing.keyset is not a Tink key set");
    }
  }

  @Test
  void saysThatNoKeySetIsNamed() {
    assertThat(keys(Map.of()).problem()).contains("no sealing key set is named by the settings");
  }

  @Test
  void saysThatAFolderTakesNoKeySet() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(keys(making(blocked.resolve("keys.json"))).problem())
        .hasValueSatisfying(problem -> assertThat(problem).endsWith("can't be made"));
  }

  private static Map<String, String> making(Path file) {
    Map<String, String> values = new HashMap<>();
    values.put("supercargo.sealing.keyset-file", file.toString());
    values.put("supercargo.sealing.make-missing-keyset", "true");
    return values;
  }

  private static SealingKeys keys(Map<String, String> values) {
    SealingKeys keys = new SealingKeys();
    keys.settings = new Settings(key -> Optional.ofNullable(values.get(key)));
    return keys;
  }

  private static Sealer sealer(Map<String, String> values) {
    Sealer sealer = new Sealer();
    sealer.keys = keys(values);
    return sealer;
  }
}
