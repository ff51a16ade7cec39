package org.supercargo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The wire between the application and its database, for a test to pull and to plug in again, or to
 * keep silent.
 */
public final class Wire implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore voice = new Semaphore(1);
  private ServerSocket entrance;

  private Wire(int target) {
    this.target = target;
    this.port = Ports.free();
    plugIn();
  }

  public static Wire to(int port) {
    return new Wire(port);
  }

  public int port() {
    return port;
  }

  /** Cuts every connection and takes no more. */
  public synchronized void pull() {
    close(entrance);
    open.forEach(Wire::close);
    open.clear();
  }

  public synchronized void plugIn() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      entrance = socket;
      Thread.ofVirtual().start(() -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes everything and says nothing, as when packets get lost on the way. */
  public void holdsItsTongue() {
    voice.acquireUninterruptibly();
  }

  /** Says all that it kept to itself, and more. */
  public void speaksAgain() {
    voice.release();
  }

  @Override
  public void close() {
    pull();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket near = socket.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
      } catch (IOException e) {
        // Pulled: the loop's condition decides.
        continue;
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      byte[] some = new byte[8192];
      for (int n = from.getInputStream().read(some); n > 0; n = from.getInputStream().read(some)) {
        voice.acquireUninterruptibly();
        voice.release();
        to.getOutputStream().write(some, 0, n);
      }
    } catch (IOException e) {
      // One side is gone; the other is told below.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
