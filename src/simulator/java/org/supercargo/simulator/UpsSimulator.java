package org.supercargo.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.supercargo.simulator.control.Control;
import org.supercargo.simulator.http.Calls;
import org.supercargo.simulator.http.Gate;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.oauth.Authorize;
import org.supercargo.simulator.oauth.Refresh;
import org.supercargo.simulator.oauth.SignIn;
import org.supercargo.simulator.oauth.SignInStyle;
import org.supercargo.simulator.oauth.Token;
import org.supercargo.simulator.oauth.ValidateClient;
import org.supercargo.simulator.rating.Rate;
import org.supercargo.simulator.shipping.LabelPage;
import org.supercargo.simulator.shipping.Recover;
import org.supercargo.simulator.shipping.Ship;
import org.supercargo.simulator.shipping.VoidShipment;
import org.supercargo.simulator.state.PreparedAnswers;
import org.supercargo.simulator.state.World;
import org.supercargo.simulator.tracking.Track;
import org.supercargo.simulator.tracking.TrackReference;
import org.supercargo.simulator.tracking.TrackShipment;

/** The simulated UPS on one port of this machine: a program, or an object for tests. */
public final class UpsSimulator implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private UpsSimulator(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  public static void main(String[] words) {
    try {
      CommandLine line = CommandLine.parse(words);
      UpsSimulator simulator = start(line.settings(System.out::println));
      // A stop by signal is how this program ends; the JVM would report it as a failure.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
      line.parent().ifPresent(pid -> ParentWatch.start(pid, () -> System.exit(0)));
      System.out.println("UPS simulator ready on " + simulator.uri());
    } catch (IllegalArgumentException e) {
      fail(e.getMessage() + "; " + CommandLine.USAGE, 2);
    } catch (IllegalStateException | UncheckedIOException e) {
      fail(e.getMessage(), 1);
    }
  }

  /**
   * Throws IllegalStateException or UncheckedIOException with a message for people when it can't
   * start.
   */
  public static UpsSimulator start(Settings settings) {
    // The JDK's server writes head and body apart; without this each answer waits 40 ms for the
    // peer's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    World world = new World(settings.clock(), settings.redirectUris(), settings.data());
    HttpServer server = bind(settings.port());
    PreparedAnswers prepared = new PreparedAnswers();
    Calls calls = new Calls();
    List<Operation> operations = operations(world);
    List<String> names = operations.stream().map(Operation::name).toList();
    server.createContext("/", new Gate(operations, world, prepared, calls, settings.log()));
    server.createContext("/control", new Control(names, world, prepared, calls, settings.log()));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.start();
    return new UpsSimulator(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static List<Operation> operations(World world) {
    return List.of(
        new Authorize(world),
        new ValidateClient(world),
        new SignIn(world),
        new SignInStyle(),
        new Token(world),
        new Refresh(world),
        new Rate(world),
        new Ship(world),
        new VoidShipment(world),
        new Recover(world),
        new LabelPage(world),
        new Track(world),
        new TrackReference(world),
        new TrackShipment(world));
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    } catch (BindException e) {
      throw new IllegalStateException("port " + port + " can't be taken: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(String message, int status) {
    System.err.println("UPS simulator: " + message);
    System.exit(status);
  }
}
