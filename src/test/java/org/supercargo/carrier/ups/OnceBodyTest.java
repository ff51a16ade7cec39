package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What leaves once and never again. */
class OnceBodyTest {
  private final OnceBody body = new OnceBody(BodyPublishers.ofString("an order"));

  @Test
  void leavesOnce() {
    assertThat(read(body)).isCompletedWithValue("an order");
    assertThat(read(body)).isCompletedExceptionally();
    assertThat(body.keep()).as("it is gone").isFalse();
  }

  @Test
  void staysWhereItWasToldToStay() {
    assertThat(body.keep()).isTrue();
    assertThat(body.keep()).isTrue();
    assertThat(read(body)).isCompletedExceptionally();
  }

  @Test
  void promisesNothingOfARequestWithoutABody() {
    assertThat(new OnceBody(BodyPublishers.noBody()).keep()).isFalse();
  }

  @Test
  void tellsItsLength() {
    assertThat(body.contentLength()).isEqualTo(8);
  }

  private static CompletableFuture<String> read(OnceBody body) {
    var whole = BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription source) {
            whole.onSubscribe(source);
          }

          @Override
          public void onNext(ByteBuffer part) {
            whole.onNext(List.of(part));
          }

          @Override
          public void onError(Throwable broken) {
            whole.onError(broken);
          }

          @Override
          public void onComplete() {
            whole.onComplete();
          }
        });
    return whole.getBody().toCompletableFuture();
  }
}
