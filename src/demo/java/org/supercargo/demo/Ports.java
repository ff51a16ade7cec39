package org.supercargo.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a port can be had, asked before anything is started. */
final class Ports {
  private Ports() {}

  static void requireFree(int port, String option) {
    if (!isFree(null, port) || !isFree(InetAddress.getLoopbackAddress(), port)) {
      throw new CannotStart(
          "port " + port + " is taken; free it or choose another with " + option + "=N.");
    }
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(
          address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
