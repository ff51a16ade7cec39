package org.supercargo.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells when the process that started this one is gone, however it went. */
final class ParentWatch {
  private static final long LOOK_EVERY_MILLIS = 200;

  private ParentWatch() {}

  static void start(long pid, Runnable gone) {
    Thread.ofVirtual().name("parent-watch").start(() -> watch(pid, gone));
  }

  private static void watch(long pid, Runnable gone) {
    ProcessHandle parent = ProcessHandle.of(pid).orElse(null);
    try {
      while (parent != null && parent.isAlive() && !isZombie(pid)) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      gone.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Killed, but not yet collected by its own parent: the JDK still calls that alive. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }
}
