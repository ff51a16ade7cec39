package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** server-config/new-keyset.sh, with which operators make the key set of production. */
class NewKeysetScriptTest {
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

  private static int run(Path file) throws Exception {
    return new ProcessBuilder("bash", "server-config/new-keyset.sh", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
