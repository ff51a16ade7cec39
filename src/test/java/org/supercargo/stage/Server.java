package org.supercargo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The WAR on Payara Micro as a process of its own, served at the root of a port. */
public final class Server {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** A start takes half a minute of a processor; without these, a third more. */
  public static final List<String> QUICK =
      List.of(
          "-Xmx768m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  /** For one that lives long, after the above: what it does most, hashing passwords, gets quick. */
  public static final List<String> LASTING =
      List.of(
          "-XX:TieredStopAtLevel=4",
          "-XX:Tier4InvocationThreshold=200000",
          "-XX:Tier4MinInvocationThreshold=100000",
          "-XX:Tier4CompileThreshold=300000",
          "-XX:Tier4BackEdgeThreshold=40000000");

  private final String name;
  private final int port;
  private final Settings settings;
  private final List<String> jvm = new ArrayList<>();
  private final List<String> micro = new ArrayList<>();
  private String war = System.getProperty("supercargo.test.war");
  private final Scratch scratch;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private int logged;

  private Server(String name, int port, Settings settings) {
    this.name = name;
    this.port = port;
    this.settings = settings;
    this.scratch = Scratch.in(folder(), name);
    Runtime.getRuntime().addShutdownHook(new Thread(this::dies));
    // An earlier run's words would be taken for this one's.
    if (!log().toFile().delete() && log().toFile().exists()) {
      throw new IllegalStateException(log() + " can't be replaced");
    }
  }

  /** Not started yet. The settings may be changed before each start. */
  public static Server on(int port, String name, Settings settings) {
    return new Server(name, port, settings);
  }

  /** Instead of the WAR as it is shipped. */
  public Server serving(Path other) {
    war = other.toString();
    return this;
  }

  public Server withJvm(String... options) {
    jvm.addAll(List.of(options));
    return this;
  }

  public Server withMicro(String... options) {
    micro.addAll(List.of(options));
    return this;
  }

  /** Starts and waits until the application answers. */
  public Server starts() {
    launches();
    awaitReady();
    return this;
  }

  /** Starts without waiting. */
  public void launches() {
    Path file = settings.writtenTo(folder().resolve(name + ".properties"));
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(QUICK);
    command.add("-Djava.io.tmpdir=" + scratch.made());
    command.addAll(jvm);
    command.addAll(List.of("-jar", System.getProperty("supercargo.test.server")));
    command.addAll(List.of("--port", "" + port, "--nocluster", "--nohazelcast"));
    command.addAll(List.of("--contextroot", "/", "--systemproperties", file.toString()));
    command.addAll(micro);
    command.addAll(List.of("--deploy", war));
    try {
      logged = Files.exists(log()) ? Files.readString(log()).length() : 0;
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (status("/health/ready") != 200) {
      if (hasFailed() || System.nanoTime() > end) {
        throw new IllegalStateException("the server does not get ready, see " + log());
      }
      pause();
    }
  }

  /** Micro goes on without the application when it can't be deployed. */
  private boolean hasFailed() {
    return !process.isAlive()
        || said().contains("Exception while loading the app")
        || said().contains("Wrong settings: ");
  }

  /** What it has written to its log since its last start. */
  public String said() {
    try {
      String log = Files.readString(log());
      return log.substring(Math.min(logged, log.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process ends as it likes to: by a signal it can handle. */
  public void stops() {
    process.destroy();
    await();
  }

  /** The process ends at once, unasked. */
  public void dies() {
    if (process != null) {
      process.destroyForcibly();
      await();
    }
  }

  public void restarts() {
    stops();
    starts();
  }

  public String name() {
    return name;
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  public Settings settings() {
    return settings;
  }

  public Scratch scratch() {
    return scratch;
  }

  public Path log() {
    return folder().resolve(name + ".log");
  }

  /** What a path answers, whatever its status. */
  public String body(String path) {
    try {
      var request = HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofMinutes(2));
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The HTTP status of a path, 0 when nobody answers. */
  public int status(String path) {
    try {
      var request = HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofSeconds(20));
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  public static Path folder() {
    try {
      return Files.createDirectories(
          Path.of(System.getProperty("supercargo.test.folder", "target"), "scenario"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!process.isAlive()) {
      scratch.goes();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
