package org.supercargo.carrier.ups;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;

/**
 * Sends one request to UPS, and its body once whatever happens: see {@link OnceBody}. By HTTP/2
 * where UPS speaks it over TLS, else by HTTP/1.1. Follows no redirects.
 */
@ApplicationScoped
class UpsHttp {
  private static final System.Logger LOG = System.getLogger(UpsHttp.class.getName());

  private static final String NO_TLS = "No trustworthy TLS connection to UPS could be made.";

  @Inject UpsSettings settings;
  @Inject Clock clock;
  private final KeptClient kept = new KeptClient(this::newClient);
  private final BriefClient brief = new BriefClient(this::newClient);

  /** How a request gets on its way. */
  private interface Way extends Function<HttpRequest, CompletableFuture<HttpResponse<byte[]>>> {}

  /**
   * @param sent the secrets the request carries
   * @throws Unavailable when no whole answer came in time
   */
  UpsAnswer send(HttpRequest request, List<Secret> sent) {
    return send(request, sent, settings.longestCall());
  }

  /** The same, with a patience of its own. */
  UpsAnswer send(HttpRequest request, List<Secret> sent, Duration longest) {
    HttpClient client = kept.get();
    return answer(
        once -> client.sendAsync(once, body()), request, sent, longest, () -> kept.retire(client));
  }

  /**
   * As {@link #send}, for an answer with tokens in it: nothing of it stays in memory for long.
   *
   * @param sent the secrets the request carries
   * @throws Unavailable when no whole answer came in time
   */
  UpsAnswer sendBriefly(HttpRequest request, List<Secret> sent) {
    return answer(
        once -> brief.send(once, body()), request, sent, settings.longestCall(), () -> {});
  }

  private static BodyHandler<byte[]> body() {
    return info -> new BoundedBody();
  }

  private UpsAnswer answer(
      Way way, HttpRequest request, List<Secret> sent, Duration longest, Runnable late) {
    Instant sentAt = clock.instant();
    OnceBody body = new OnceBody(request.bodyPublisher().orElseGet(BodyPublishers::noBody));
    try {
      HttpResponse<byte[]> response =
          whole(way, onlyWith(body, request), System.nanoTime() + longest.toNanos());
      return new UpsAnswer(
          response.statusCode(), response.headers(), UpsJson.read(response.body()), sentAt, sent);
    } catch (TimeoutException slow) {
      late.run();
      throw cut(body, "UPS did not answer within %d seconds.".formatted(longest.toSeconds()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw cut(body, "The server stopped before UPS answered.");
    } catch (ExecutionException failed) {
      throw unreached(failed.getCause(), body);
    }
  }

  private static HttpRequest onlyWith(OnceBody body, HttpRequest request) {
    return request.bodyPublisher().isEmpty()
        ? request
        : copy(request).method(request.method(), body).build();
  }

  private static HttpRequest.Builder copy(HttpRequest request) {
    return HttpRequest.newBuilder(request, (name, value) -> true);
  }

  /** On a connection of its own where HTTP/2's one has no room: then nothing was sent yet. */
  private static HttpResponse<byte[]> whole(Way way, HttpRequest request, long end)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return whole(way.apply(request), end);
    } catch (ExecutionException failed) {
      if (!isFull(failed.getCause())) {
        throw failed;
      }
      return whole(way.apply(copy(request).version(HttpClient.Version.HTTP_1_1).build()), end);
    }
  }

  private static HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> call, long end)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      // The request's own time-out would end with the headers and let a slow body go on for ever.
      return call.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } finally {
      call.cancel(true);
    }
  }

  /** The JDK has no other sign of it. Should its words change, the call fails, as not sent. */
  private static boolean isFull(@Nullable Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).contains("too many concurrent streams");
  }

  private static Unavailable unreached(@Nullable Throwable cause, OnceBody body) {
    LOG.log(Level.INFO, "no answer from UPS: {0}", cause == null ? "" : cause.getClass().getName());
    return switch (cause) {
      case HttpConnectTimeoutException late -> notSent("UPS did not accept a connection in time.");
      case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException ->
          notSent("UPS's host name can't be resolved.");
      case ConnectException refused -> notSent("UPS accepts no connection.");
      case SSLHandshakeException untrusted -> notSent(NO_TLS);
      case SSLException broken -> cut(body, NO_TLS);
      case null, default ->
          cut(body, "The connection to UPS was cut before its answer was complete.");
    };
  }

  private static Unavailable cut(OnceBody body, String words) {
    return body.keep() ? notSent(words + " Nothing was sent.") : lost(words);
  }

  private static Unavailable notSent(String words) {
    return new Unavailable(new CarrierMessage("", words));
  }

  private static Unavailable lost(String words) {
    return Unavailable.answerLost(new CarrierMessage("", words));
  }

  /** Over TLS both ends agree on a version before the first request; there is no other upgrade. */
  private HttpClient newClient() {
    boolean tls = "https".equalsIgnoreCase(settings.base().getScheme());
    return HttpClient.newBuilder()
        .connectTimeout(settings.connectTimeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Thread::startVirtualThread)
        .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .build();
  }

  @PreDestroy
  void stop() {
    brief.stop();
    kept.stop();
  }
}
