package org.supercargo.demo;

import java.util.Optional;

/**
 * Watches the process that started this one. Asking again and again who the parent is also notices
 * one that was killed and that nobody buried: a zombie still looks alive to {@code
 * ProcessHandle.isAlive}, but its children have a new parent at once.
 */
final class Parent {
  private static final long EVERY_MILLIS = 250;

  /** One look that fails for want of a file handle must not end a demo. */
  private static final int LOOKS = 3;

  private Parent() {}

  /** The process that started this one; ask before anything slow, it may die meanwhile. */
  static long pid() {
    return current().orElse(-1L);
  }

  static void whenGone(long parent, Runnable then) {
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(
            () -> {
              for (int missed = 0; missed < LOOKS; missed = isAlive(parent) ? 0 : missed + 1) {
                pause();
              }
              then.run();
            });
  }

  private static boolean isAlive(long parent) {
    return parent > 0 && current().filter(now -> now == parent).isPresent();
  }

  private static Optional<Long> current() {
    return ProcessHandle.current().parent().filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
