package org.supercargo.carrier.ups;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body into memory, but not more than any answer of UPS can be: 200 labels, say. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private static final long MOST_BYTES = 64L << 20;
  private final BodySubscriber<byte[]> kept = BodySubscribers.ofByteArray();
  private Flow.@Nullable Subscription source;
  private long read;

  @Override
  public CompletionStage<byte[]> getBody() {
    return kept.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    kept.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    read += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (read <= MOST_BYTES) {
      kept.onNext(parts);
    } else if (source != null) {
      source.cancel();
      source = null;
      kept.onError(new IOException("the answer is longer than " + MOST_BYTES + " bytes"));
    }
  }

  @Override
  public void onError(Throwable broken) {
    kept.onError(broken);
  }

  @Override
  public void onComplete() {
    kept.onComplete();
  }
}
