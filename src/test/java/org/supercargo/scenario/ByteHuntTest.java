package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteHuntTest {
  private static final String TOKEN = "eyJhbGciOiJub25lIn0-a-token-that-nobody-may-see";
  @TempDir Path folder;

  @Test
  void findsASecretAsBytesAsUtf16AndAsDigits() throws Exception {
    byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("bytes"), within(bytes));
    Files.write(folder.resolve("little"), within(TOKEN.getBytes(StandardCharsets.UTF_16LE)));
    Files.write(folder.resolve("big"), within(TOKEN.getBytes(StandardCharsets.UTF_16BE)));
    Files.writeString(folder.resolve("digits"), "\\x" + HexFormat.of().formatHex(bytes));
    Files.write(folder.resolve("cut"), within(TOKEN.substring(0, 12).getBytes()));
    assertThat(new ByteHunt(List.of(TOKEN, "another-secret-of-some-length")).findings(folder))
        .extracting(finding -> finding.replaceFirst("\\d+ in ", ""))
        .containsExactlyInAnyOrder("big", "bytes", "digits", "little");
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    Files.write(folder.resolve("noise"), within(new byte[100_000]));
    assertThat(new ByteHunt(List.of(TOKEN)).findings(folder)).isEmpty();
  }

  private static byte[] within(byte[] bytes) {
    byte[] all = new byte[bytes.length + 1_001];
    System.arraycopy(bytes, 0, all, 501, bytes.length);
    return all;
  }
}
