package org.supercargo.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers of whom each makes one call after the other, by the JDK's client, connections kept. */
final class Rush {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  Rush(HttpRequest request) {
    this.request = request;
  }

  /**
   * How they fared.
   *
   * @param middle ms, of half of the calls at most
   * @param worst ms, of 99 % of the calls at most
   */
  record Fared(double middle, double worst, double perSecond) {
    static final Fared NOT_YET = new Fared(Double.MAX_VALUE, Double.MAX_VALUE, 0);

    /** The best of both, each figure by itself. */
    Fared or(Fared other) {
      return new Fared(
          Math.min(middle, other.middle),
          Math.min(worst, other.worst),
          Math.max(perSecond, other.perSecond));
    }
  }

  Fared goes(int callers, Duration time) throws Exception {
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<Callable<List<Long>>> all = Collections.nCopies(callers, () -> one(end));
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (Future<List<Long>> one : threads.invokeAll(all)) {
        nanos.addAll(one.get());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Collections.sort(nanos);
    return new Fared(
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6,
        nanos.size() / seconds);
  }

  private List<Long> one(long end) throws Exception {
    List<Long> nanos = new ArrayList<>();
    do {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      nanos.add(System.nanoTime() - begun);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer + " " + new String(answer.body()));
      }
    } while (System.nanoTime() - end < 0);
    return nanos;
  }
}
