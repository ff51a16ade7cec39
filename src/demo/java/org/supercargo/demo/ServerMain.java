package org.supercargo.demo;

import java.util.Arrays;

/**
 * Payara Micro's main with a watch on the launcher in front: it stops in order when the launcher is
 * gone, and by force when the order takes too long, so that its port is never held by an orphan.
 */
final class ServerMain {
  private static final long GRACE_MILLIS = 5_000;

  private ServerMain() {}

  /** The launcher's pid, Payara Micro's main class, then that class's arguments. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Parent.whenGone(Long.parseLong(args[0]), ServerMain::stop);
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void stop() {
    Thread.ofPlatform().daemon().start(ServerMain::haltAfterGrace);
    System.exit(0);
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
