package org.supercargo.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One run of the launcher as Maven starts it: a process below a shell that stands for Maven. */
final class DemoRun implements AutoCloseable {
  private static final Path TARGET =
      Path.of(System.getProperty("supercargo.test.folder", "target"));

  private final List<Integer> ports;
  private final Path data;
  private final Path output;
  private final Process maven;

  private DemoRun(List<Integer> ports, Path data, Path output, Process maven) {
    this.ports = ports;
    this.data = data;
    this.output = output;
    this.maven = maven;
  }

  static DemoRun start(int port, int upsPort, Path data) throws IOException {
    Path output = Files.createTempFile("supercargo-demo", ".txt");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit $?", "maven"));
    command.addAll(launcher(port, upsPort, data));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(Set.of(AdminPassword.VARIABLE, "JAVA_TOOL_OPTIONS"));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new DemoRun(List.of(port, upsPort), data, output, builder.start());
  }

  private static List<String> launcher(int port, int upsPort, Path data) {
    Path simulator = TARGET.resolve("supercargo-ups-simulator.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", TARGET.resolve("test-classes") + File.pathSeparator + simulator));
    command.addAll(List.of(Demo.class.getName(), "--port", "" + port, "--ups-port", "" + upsPort));
    command.addAll(List.of("--data", data.toString(), "--simulator", simulator.toString()));
    command.addAll(List.of("--war", TARGET.resolve("supercargo.war").toString()));
    command.addAll(List.of("--server", TARGET.resolve("server/payara-micro.jar").toString()));
    return command;
  }

  DemoRun ready() throws IOException {
    until("the demo is ready", () -> said().contains("Ctrl-C") || !maven.isAlive());
    if (!said().contains("Ctrl-C")) {
      System.out.println(Files.readString(data.resolve("logs/server.log")));
      throw new AssertionError("the demo did not start: " + said());
    }
    return this;
  }

  /** What the person at the terminal sees. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int exitCode() {
    until("the demo ends", () -> !maven.isAlive());
    return maven.exitValue();
  }

  ProcessHandle maven() {
    return maven.toHandle();
  }

  ProcessHandle launcher() {
    until("the launcher runs", () -> maven.children().findAny().isPresent());
    return maven.children().findAny().orElseThrow();
  }

  /** Everything below Maven; ask before the killing starts. */
  List<ProcessHandle> processes() {
    return maven.descendants().toList();
  }

  boolean holdsNoPort() {
    return ports.stream().allMatch(DemoRun::isFree);
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited too long until " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Stream.concat(maven.descendants(), Stream.of(maven.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(output);
  }
}
