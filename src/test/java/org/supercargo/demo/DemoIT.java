package org.supercargo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.stage.Ports;

/** The launcher for real: two programs, one folder, and every way of ending it. */
@Tag("scenario")
@TestMethodOrder(OrderAnnotation.class)
class DemoIT {
  private static final Pattern PASSWORD =
      Pattern.compile("Password +(\\S+) +\\(shown this once\\)");

  @TempDir private static Path folder;
  private static final int PORT = Ports.free();
  private static final int UPS_PORT = Ports.free();
  private static String password;
  private static String hash;

  @Test
  @Order(1)
  void startsShowsThePasswordOnceAndDiesWithMaven() throws Exception {
    try (DemoRun run = DemoRun.start(PORT, UPS_PORT, data()).ready()) {
      assertThat(run.said())
          .contains("http://localhost:" + PORT, "admin", "alice / ups-demo", "A1B2C3", "zoë")
          .contains(data().toString());
      password = shownPassword(run);
      assertThat(get("http://localhost:" + PORT + "/sign-in").statusCode()).isEqualTo(200);
      assertThat(get("http://localhost:" + PORT + "/health/ready").body()).contains("\"UP\"");
      assertThat(commandLines(run)).noneMatch(line -> line.contains(password));
      List<ProcessHandle> processes = run.processes();
      assertThat(processes).hasSize(3);
      run.maven().destroyForcibly();
      DemoRun.until("all are gone", () -> processes.stream().noneMatch(DemoIT::runs));
      assertThat(run.holdsNoPort()).isTrue();
    }
    hash = adminHash();
  }

  @Test
  @Order(2)
  void keepsItsSecretsForItsOwner() throws IOException {
    assertThat(permissions(data())).isEqualTo("rwx------");
    assertThat(permissions(data().resolve("keyset.json"))).isEqualTo("rw-------");
    assertThat(data().resolve("first-password")).doesNotExist();
    try (Stream<Path> files = Files.walk(data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text.contains(password)).as("password in " + file).isFalse();
      }
    }
  }

  @Test
  @Order(3)
  void findsItsPeopleAgainAndDiesWithItsLauncher() throws Exception {
    try (DemoRun run = DemoRun.start(PORT, UPS_PORT, data()).ready()) {
      assertThat(run.said()).contains("the one of the first start").doesNotContain(password);
      List<ProcessHandle> processes = run.processes();
      run.launcher().destroyForcibly();
      DemoRun.until("all are gone", () -> processes.stream().noneMatch(DemoIT::runs));
      assertThat(run.holdsNoPort()).isTrue();
      assertThat(run.exitCode()).isNotZero();
    }
    assertThat(adminHash()).isEqualTo(hash);
  }

  @Test
  @Order(4)
  void keepsThePasswordOfAStartThatWasBrokenOff() throws Exception {
    Path other = folder.resolve("broken-off");
    try (DemoRun run = DemoRun.start(PORT, UPS_PORT, other)) {
      DemoRun.until("the server runs", () -> run.processes().size() == 3);
      List<ProcessHandle> processes = run.processes();
      run.launcher().destroy();
      DemoRun.until("all are gone", () -> processes.stream().noneMatch(DemoIT::runs));
      assertThat(run.holdsNoPort()).isTrue();
      assertThat(run.exitCode()).isNotZero();
      assertThat(permissions(other.resolve("first-password"))).isEqualTo("rw-------");
    }
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static String shownPassword(DemoRun run) {
    Matcher matcher = PASSWORD.matcher(run.said());
    assertThat(matcher.find()).as(run.said()).isTrue();
    return matcher.group(1);
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
  }

  private static Stream<String> commandLines(DemoRun run) {
    return run.processes().stream().map(process -> process.info().commandLine().orElseThrow());
  }

  /** A killed process that its parent has not collected yet runs no more, but the JDK sees it. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** A process that runs no more may still hold its files for a moment. */
  private static boolean isLetGo(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String adminHash() throws SQLException {
    Path file = data().resolve("supercargo.mv.db");
    DemoRun.until("the database is let go", () -> isLetGo(file));
    String url = "jdbc:h2:file:" + data().resolve("supercargo") + ";IFEXISTS=TRUE;MODE=PostgreSQL";
    try (var connection =
            DriverManager.getConnection(
                url + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "supercargo",
                "supercargo");
        var rows =
            connection
                .createStatement()
                .executeQuery("select password_hash from person where name = 'admin'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
