package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.stage.KeySet;

/** The scripts with which operators make the key set of production and add keys to it. */
class KeysetScriptsTest {
  private static final byte[] TOKEN = "a token".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "its place".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void makesAKeySetThatSealsAndOpens() throws Exception {
    Path file = folder.resolve("keyset.json");
    assertThat(run(file)).isZero();
    Aead aead = KeySetFile.read(file).getPrimitive(RegistryConfiguration.get(), Aead.class);
    byte[] sealed = aead.encrypt(TOKEN, PLACE);
    assertThat(sealed[0]).as("Tink's prefix names the key").isEqualTo((byte) 1);
    assertThat(aead.decrypt(sealed, PLACE)).isEqualTo(TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void makesADifferentOneEachTime() throws Exception {
    assertThat(run(folder.resolve("one"))).isZero();
    assertThat(run(folder.resolve("two"))).isZero();
    assertThat(Files.readString(folder.resolve("one")))
        .isNotEqualTo(Files.readString(folder.resolve("two")));
  }

  @Test
  void neverOverwritesOne() throws Exception {
    Path file = Files.writeString(folder.resolve("keyset.json"), "the only one");
    assertThat(run(file)).isNotZero();
    assertThat(file).hasContent("the only one");
  }

  @Test
  void addsAKeyThatSealsWhileTheOldOneOpens() throws Exception {
    Path file = folder.resolve("keyset.json");
    assertThat(run(file)).isZero();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    MasterKeySet before = new MasterKeySet(KeySetFile.read(file));
    byte[] sealed = before.sealing(before.primary()).encrypt(TOKEN, PLACE);
    assertThat(run("rotate-keyset.sh", file)).isZero();
    assertThat(run("rotate-keyset.sh", file)).isZero();
    MasterKeySet after = new MasterKeySet(KeySetFile.read(file));
    assertThat(after.ids()).hasSize(3).contains(before.primary());
    assertThat(after.primary()).isNotEqualTo(before.primary());
    assertThat(after.opening().decrypt(sealed, PLACE)).isEqualTo(TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (var files = Files.list(folder)) {
      assertThat(files).as("no draft is left").containsExactly(file);
    }
  }

  @Test
  void addsAKeyToWhatTheApplicationHasWrittenAndToWhatAPersonHasIndented() throws Exception {
    String ours = KeySet.make();
    for (String text : List.of(ours, ours.replace(":", " : ").replace("[", "\n  [ "))) {
      Path file = Files.writeString(folder.resolve("keyset.json"), text);
      assertThat(run("rotate-keyset.sh", file)).isZero();
      assertThat(new MasterKeySet(KeySetFile.read(file)).ids()).hasSize(2);
    }
  }

  @Test
  void leavesAloneWhatIsNoKeySet() throws Exception {
    Path file = Files.writeString(folder.resolve("keyset.json"), "the only one");
    assertThat(run("rotate-keyset.sh", file)).isNotZero();
    assertThat(file).hasContent("the only one");
    assertThat(run("rotate-keyset.sh", folder.resolve("none"))).isNotZero();
  }

  private static int run(Path file) throws Exception {
    return run("new-keyset.sh", file);
  }

  private static int run(String script, Path file) throws Exception {
    return new ProcessBuilder("bash", "server-config/" + script, file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
