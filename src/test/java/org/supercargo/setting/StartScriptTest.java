package org.supercargo.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script that starts Payara Micro asks Java for; Java is a script that says so. */
class StartScriptTest {
  @TempDir private Path folder;
  private Path scratch;

  @BeforeEach
  void layOut() throws Exception {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho \"DB_URL=$DB_URL\"\n[ -t 0 ] || cat\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    scratch = Files.createDirectories(folder.resolve("tmp"));
  }

  @Test
  void takesTheSettingsBesideTheWarAndItsOwnOptions() throws Exception {
    Files.writeString(folder.resolve("settings.env"), "# the database\nDB_URL=jdbc:h2:mem;A=b c\n");
    List<String> said = ended(start("--port", "8081"));
    assertThat(said)
        .containsSubsequence("-jar", "payara-micro.jar", "--contextroot", "/", "--port", "8081")
        .contains("DB_URL=jdbc:h2:mem;A=b c");
  }

  @Test
  void clearsAwayWhatKilledOnesLeftAndNothingOfTheLiving() throws Exception {
    Path foreign = Files.createDirectories(scratch.resolve("something-else"));
    Process living = start();
    Path used = awaitScratch();
    Files.writeString(used.resolve("unpacked"), "150 MB");
    Process killed = start();
    killed.destroyForcibly().waitFor();
    ended(start());
    assertThat(used.resolve("unpacked")).exists();
    ended(living);
    ended(start());
    assertThat(used).doesNotExist();
    assertThat(foreign).exists();
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).as("the other, and the last one's").hasSize(2);
    }
  }

  private Process start(String... options) throws IOException {
    Path war = folder.resolve("supercargo.war");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "server-config/micro/start.sh", "payara-micro.jar");
    builder.command().add(war.toString());
    builder.command().addAll(List.of(options));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("TMPDIR", scratch.toString());
    return builder.redirectErrorStream(true).start();
  }

  /** Lets it go on to its end. */
  private static List<String> ended(Process process) throws Exception {
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private Path awaitScratch() throws Exception {
    for (int i = 0; i < 600; i++) {
      try (Stream<Path> all = Files.list(scratch)) {
        var made = all.filter(path -> path.toString().contains("supercargo-micro-")).findAny();
        if (made.isPresent()) {
          return made.get();
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing was made in " + scratch);
  }
}
