package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README tells people to type, typed. */
class ReadmeIT extends InApi {
  private static final Pattern CALLS =
      Pattern.compile("(?m)(?:^    key=.*\\n)(?:^(?:    .*)?\\n)+");

  @TempDir private Path folder;

  /** By the machine's own curl and jq where it has them, and always by what stands in for them. */
  @Test
  void leadsFromAKeyToALabelInThreeCalls() throws Exception {
    Program caller = program("ACCOUNTS_READ", "SHIP", "SHIPMENTS_READ");
    administrator().connects("alice", "A1B2C3");
    standsInFor("curl", "Curl");
    standsInFor("jq", "Jq");
    types(calls(caller), folder + ":" + System.getenv("PATH"));
    if (Stream.of("curl", "jq").allMatch(ReadmeIT::isHere)) {
      types(calls(caller), System.getenv("PATH"));
    }
    assertThat(ups().shipments().get("count").asInt()).as("one key, one shipment").isEqualTo(1);
  }

  /** The block as it stands there, but for the key and the server's address. */
  private String calls(Program caller) throws IOException {
    Matcher calls = CALLS.matcher(Files.readString(Path.of("README.md")));
    assertThat(calls.find()).isTrue();
    assertThat(calls.group()).contains("curl", "supercargo_…", "http://localhost:8080");
    return calls
        .group()
        .replaceAll("(?m)^    ", "")
        .replace("supercargo_…", caller.key())
        .replace("http://localhost:8080", installation().server().uri().toString());
  }

  private void types(String commands, String path) throws IOException, InterruptedException {
    Path label = folder.resolve("label.pdf");
    Files.deleteIfExists(label);
    Path script = Files.writeString(folder.resolve("calls.sh"), "set -eu\n" + commands);
    ProcessBuilder shell =
        new ProcessBuilder("sh", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell.environment().put("PATH", path);
    shell.environment().put("no_proxy", "*");
    Process typing = shell.start();
    String said = new String(typing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(typing.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(typing.exitValue()).as(said).isZero();
    assertThat(Files.readString(label, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  private void standsInFor(String command, String program) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String line =
        String.join(
            " ",
            List.of(
                "#!/bin/sh\nexec",
                "'" + java + "'",
                "-XX:TieredStopAtLevel=1 -cp",
                "'" + System.getProperty("java.class.path") + "'",
                "'" + Path.of("src/test/client", program + ".java").toAbsolutePath() + "'",
                "\"$@\"\n"));
    Path file = Files.writeString(folder.resolve(command), line);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isHere(String command) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
