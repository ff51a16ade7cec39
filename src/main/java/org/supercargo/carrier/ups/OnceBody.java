package org.supercargo.carrier.ups;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request's body that leaves once. Over HTTP/2 the JDK's client repeats by itself, whatever the
 * method, what a server says it has not worked on (REFUSED_STREAM, GOAWAY). Whether that is true
 * costs money or a refresh token here, so the second time there is nothing to send.
 */
final class OnceBody implements BodyPublisher {
  /** What may become of it. */
  private enum Fate {
    HERE,
    GONE,
    KEPT
  }

  private final BodyPublisher body;
  private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.HERE);

  OnceBody(BodyPublisher body) {
    this.body = body;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> reader) {
    if (fate.compareAndSet(Fate.HERE, Fate.GONE)) {
      body.subscribe(reader);
    } else {
      reader.onSubscribe(new Nothing());
      reader.onError(new IOException("a request to UPS is not sent twice"));
    }
  }

  /**
   * Keeps it here from now on. True is a promise that nothing of it has left, and nothing will; a
   * body without bytes knows nothing of when its request leaves.
   */
  boolean keep() {
    return contentLength() != 0
        && (fate.compareAndSet(Fate.HERE, Fate.KEPT) || fate.get() == Fate.KEPT);
  }

  /** Of a publisher that has nothing. */
  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
  }
}
