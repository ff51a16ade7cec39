package org.supercargo.carrier.ups;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A server over TLS that knows HTTP/1.1 only; nobody vouches for it who was not told to. */
final class Stranger implements AutoCloseable {
  private final HttpsServer server;

  private Stranger(HttpsServer server) {
    this.server = server;
  }

  static Stranger starts(Path folder) throws Exception {
    return starts(Certified.in(folder));
  }

  static Stranger starts(Certified certified) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certified.server()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new Stranger(server);
  }

  void answers(HttpHandler handler) {
    server.createContext("/", handler);
  }

  String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
