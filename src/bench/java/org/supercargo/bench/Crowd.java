package org.supercargo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers who want the same token; the same class counts ours and the peer's. */
final class Crowd {
  private Crowd() {}

  /** All at once; how many got none. */
  static int failed(int callers, Callable<?> handOut) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(callers);
    List<Future<?>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return handOut.call();
                }));
      }
    }
    int failed = 0;
    for (Future<?> answer : answers) {
      try {
        answer.get();
      } catch (ExecutionException none) {
        failed++;
      }
    }
    return failed;
  }

  /** How long callers wait who come one after the other at a steady pace, whether served or not. */
  record Waits(List<Long> micros, int failed) {
    /** How many failed, then each wait. */
    String line() {
      return failed + " " + String.join(" ", micros.stream().map(String::valueOf).toList());
    }

    static Waits of(String line) {
      List<Long> numbers = Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
      return new Waits(numbers.subList(1, numbers.size()), Math.toIntExact(numbers.getFirst()));
    }
  }

  /**
   * For half a second each comes every four milliseconds, and waits from the moment at which he
   * meant to come: one who stands behind another is not forgotten.
   */
  static Waits steady(int callers, Callable<?> handOut)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(callers);
    List<Future<Waits>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return one(4_000_000, 500_000_000, handOut);
                }));
      }
    }
    List<Long> micros = new ArrayList<>();
    int failed = 0;
    for (Future<Waits> waits : all) {
      micros.addAll(waits.get().micros);
      failed += waits.get().failed;
    }
    Collections.sort(micros);
    return new Waits(micros, failed);
  }

  private static Waits one(long pause, long span, Callable<?> handOut) throws InterruptedException {
    List<Long> micros = new ArrayList<>();
    int failed = 0;
    long began = System.nanoTime();
    for (long due = began; due < began + span; due += pause) {
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      try {
        handOut.call();
      } catch (Exception none) {
        failed++;
      }
      micros.add((System.nanoTime() - due) / 1_000);
    }
    return new Waits(micros, failed);
  }
}
