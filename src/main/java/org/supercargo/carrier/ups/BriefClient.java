package org.supercargo.carrier.ups;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connections for answers with tokens in them. The JDK's client keeps what it has read from a
 * connection that lives on, for everybody who dumps the heap; so these live for seconds, which is
 * long enough to share one when many tokens are renewed in a row.
 */
final class BriefClient {
  private static final Duration LIFE = Duration.ofSeconds(2);
  private final Supplier<HttpClient> maker;
  private @Nullable HttpClient present;

  BriefClient(Supplier<HttpClient> maker) {
    this.maker = maker;
  }

  synchronized <T> CompletableFuture<HttpResponse<T>> send(
      HttpRequest request, BodyHandler<T> handler) {
    HttpClient client = present;
    if (client == null) {
      client = begin();
    }
    return client.sendAsync(request, handler);
  }

  private HttpClient begin() {
    HttpClient client = maker.get();
    present = client;
    CompletableFuture.delayedExecutor(LIFE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> end(client));
    return client;
  }

  /** What was sent is answered all the same. */
  private synchronized void end(HttpClient client) {
    if (client.equals(present)) {
      present = null;
    }
    client.shutdown();
  }

  synchronized void stop() {
    if (present != null) {
      present.shutdownNow();
      present = null;
    }
  }
}
