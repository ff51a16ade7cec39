package org.supercargo.carrier.ups;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;

/**
 * Sends one request to UPS, once: the JDK's client never repeats a POST by itself, unlike
 * HttpURLConnection, which would use up a refresh token twice. Follows no redirects.
 */
@ApplicationScoped
class UpsHttp {
  private static final System.Logger LOG = System.getLogger(UpsHttp.class.getName());

  private static final String NO_TLS = "No trustworthy TLS connection to UPS could be made.";

  @Inject UpsSettings settings;
  @Inject Clock clock;
  private @Nullable HttpClient client;
  private final BriefClient brief = new BriefClient(this::newClient);

  /**
   * @param sent the secrets the request carries
   * @throws Unavailable when no whole answer came in time
   */
  UpsAnswer send(HttpRequest request, List<Secret> sent) {
    return send(request, sent, settings.longestCall());
  }

  /** The same, with a patience of its own. */
  UpsAnswer send(HttpRequest request, List<Secret> sent, Duration longest) {
    return answer(() -> client().sendAsync(request, info -> new BoundedBody()), sent, longest);
  }

  /**
   * As {@link #send}, for an answer with tokens in it: nothing of it stays in memory for long.
   *
   * @param sent the secrets the request carries
   * @throws Unavailable when no whole answer came in time
   */
  UpsAnswer sendBriefly(HttpRequest request, List<Secret> sent) {
    return answer(
        () -> brief.send(request, info -> new BoundedBody()), sent, settings.longestCall());
  }

  private UpsAnswer answer(
      Supplier<CompletableFuture<HttpResponse<byte[]>>> sending,
      List<Secret> sent,
      Duration longest) {
    Instant sentAt = clock.instant();
    CompletableFuture<HttpResponse<byte[]>> call = sending.get();
    try {
      // The request's own time-out would end with the headers and let a slow body go on for ever.
      HttpResponse<byte[]> response = call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new UpsAnswer(
          response.statusCode(), response.headers(), UpsJson.read(response.body()), sentAt, sent);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw lost("UPS did not answer within %d seconds.".formatted(longest.toSeconds()));
    } catch (InterruptedException stopped) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw lost("The server stopped before UPS answered.");
    } catch (ExecutionException failed) {
      throw unreached(failed.getCause());
    }
  }

  private static Unavailable unreached(@Nullable Throwable cause) {
    LOG.log(Level.INFO, "no answer from UPS: {0}", cause == null ? "" : cause.getClass().getName());
    return switch (cause) {
      case HttpConnectTimeoutException late -> notSent("UPS did not accept a connection in time.");
      case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException ->
          notSent("UPS's host name can't be resolved.");
      case ConnectException refused -> notSent("UPS accepts no connection.");
      case SSLHandshakeException untrusted -> notSent(NO_TLS);
      case SSLException broken -> lost(NO_TLS);
      case null, default -> lost("The connection to UPS was cut before its answer was complete.");
    };
  }

  private static Unavailable notSent(String words) {
    return new Unavailable(new CarrierMessage("", words));
  }

  private static Unavailable lost(String words) {
    return Unavailable.answerLost(new CarrierMessage("", words));
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  private HttpClient newClient() {
    return HttpClient.newBuilder()
        .connectTimeout(settings.connectTimeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  @PreDestroy
  synchronized void stop() {
    brief.stop();
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }
}
