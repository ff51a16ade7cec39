package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.org.okapibarcode.backend.Code128;

/** The simulator as a process, with what its jar holds and nothing else on its class path. */
class ProgramTest {
  private static final String READY = "UPS simulator ready on ";

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... words) throws IOException {
    String classPath =
        Stream.of(
                UpsSimulator.class,
                ObjectMapper.class,
                JsonParser.class,
                JsonProperty.class,
                Code128.class,
                PDDocument.class,
                TTFParser.class,
                RandomAccessRead.class,
                LogFactory.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(location -> Path.of(URI.create(location.toString())).toString())
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-cp", classPath));
    command.add("org.supercargo.simulator.UpsSimulator");
    command.addAll(List.of(words));
    return run(command);
  }

  private Process run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static URI uri(Process simulator) throws IOException {
    BufferedReader output = simulator.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    assertThat(line).startsWith(READY + "http://127.0.0.1:");
    return URI.create(line.substring(READY.length()));
  }

  private static void assertFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  private static void assertEnds(Process process, int status) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
  }

  private static String complaint(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void servesOnAnyPortAndTellsWhich() throws IOException {
    UpsCaller caller = new UpsCaller(uri(start("--port", "0", "--redirect-uri", REDIRECT)));
    assertThat(caller.get("/control/health").status()).isEqualTo(200);
    String access = caller.tokensOf("alice").get("access_token").asText();
    var canada = caller.ship(access, ShipQuestion.toCanada()).json();
    assertThat(canada.findValues("GraphicImage")).as("label and invoice").hasSize(2);
  }

  @Test
  void endsWellOnSigterm() throws IOException, InterruptedException {
    Process simulator = start("--port", "0");
    int port = uri(simulator).getPort();
    simulator.destroy();
    assertEnds(simulator, 0);
    assertFree(port);
  }

  @Test
  void endsWhenItsParentIsKilled() throws IOException, InterruptedException {
    Process parent = run(List.of("sleep", "300"));
    Process simulator = start("--port", "0", "--parent-pid", String.valueOf(parent.pid()));
    int port = uri(simulator).getPort();
    assertThat(simulator.waitFor(700, TimeUnit.MILLISECONDS)).as("ended early").isFalse();
    parent.destroyForcibly();
    assertEnds(simulator, 0);
    assertFree(port);
  }

  @Test
  void endsWhenItsParentIsKilledAndNobodyCollectsIt() throws IOException, InterruptedException {
    Process careless = run(List.of("sh", "-c", "sleep 300 & echo $!; exec sleep 300"));
    String pid = careless.inputReader(StandardCharsets.UTF_8).readLine();
    ProcessHandle parent = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    Process simulator = start("--port", "0", "--parent-pid", pid);
    int port = uri(simulator).getPort();
    parent.destroyForcibly();
    assertEnds(simulator, 0);
    assertFree(port);
  }

  @Test
  void endsAtOnceWhenItsParentIsGoneAlready() throws IOException, InterruptedException {
    Process parent = run(List.of("true"));
    parent.waitFor();
    assertEnds(start("--port", "0", "--parent-pid", String.valueOf(parent.pid())), 0);
  }

  @Test
  void saysInOneLineThatThePortIsBusy() throws IOException, InterruptedException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process simulator = start("--port", String.valueOf(busy.getLocalPort()));
      assertEnds(simulator, 1);
      assertThat(complaint(simulator))
          .startsWith("UPS simulator: port " + busy.getLocalPort() + " can't be taken")
          .hasLineCount(1);
    }
  }

  @Test
  void saysInOneLineWhatIsWrongWithItsWords() throws IOException, InterruptedException {
    for (List<String> words :
        List.of(
            List.of("--prot", "1"),
            List.of("--port"),
            List.of("--port", "70000"),
            List.of("--parent-pid", "me"),
            List.of("--redirect-uri", "not a uri"))) {
      Process simulator = start(words.toArray(String[]::new));
      assertEnds(simulator, 2);
      assertThat(complaint(simulator))
          .startsWith("UPS simulator: ")
          .contains("usage: [--port N]")
          .hasLineCount(1);
    }
  }

  @Test
  void saysInOneLineThatItsDataCannotBeUsed() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("ups.json"), "broken");
    Process unreadable = start("--port", "0", "--data", file.toString());
    assertEnds(unreadable, 1);
    assertThat(complaint(unreadable)).contains(file + " can't be read").hasLineCount(1);
    Process unwritable = start("--port", "0", "--data", file.resolve("x.json").toString());
    assertEnds(unwritable, 1);
    assertThat(complaint(unwritable)).contains("can't be written").hasLineCount(1);
  }

  @Test
  void honoursItsTokensAfterBeingKilled() throws IOException, InterruptedException {
    String file = folder.resolve("ups.json").toString();
    Process first = start("--port", "0", "--data", file, "--redirect-uri", REDIRECT);
    JsonNode tokens = new UpsCaller(uri(first)).tokensOf("alice");
    first.destroyForcibly().waitFor();
    UpsCaller caller = new UpsCaller(uri(start("--port", "0", "--data", file)));
    assertThat(caller.refresh(tokens.get("refresh_token").asText()).status()).isEqualTo(200);
  }
}
