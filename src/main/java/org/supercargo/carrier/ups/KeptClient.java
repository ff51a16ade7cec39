package org.supercargo.carrier.ups;

import java.net.http.HttpClient;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connections that live on. One connection of HTTP/2 carries all calls, and a dead one that nobody
 * has closed would let all of them wait in vain: so a call that was not answered in time takes its
 * connections out of use.
 */
final class KeptClient {
  private final Supplier<HttpClient> maker;
  private @Nullable HttpClient present;

  KeptClient(Supplier<HttpClient> maker) {
    this.maker = maker;
  }

  synchronized HttpClient get() {
    HttpClient client = present;
    if (client == null) {
      client = maker.get();
      present = client;
    }
    return client;
  }

  /** What is under way on it is answered all the same. */
  synchronized void retire(HttpClient client) {
    if (client.equals(present)) {
      present = null;
      client.shutdown();
    }
  }

  synchronized void stop() {
    if (present != null) {
      present.shutdownNow();
      present = null;
    }
  }
}
