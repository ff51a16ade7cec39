package org.supercargo.carrier.ups;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.api.server.ServerSessionListener;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.server.RawHTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A gateway in front of a carrier, which speaks HTTP/2 over TLS, and HTTP/1.1 to those who ask for
 * that: Jetty, with its hands on the frames.
 */
final class Gateway implements AutoCloseable {
  /** What it does with a request, once it has read all of it. */
  enum Conduct {
    ANSWERS,
    /** As if it had not worked on it: REFUSED_STREAM. */
    REFUSES,
    /** As if it had not worked on it, nor will on this connection: GOAWAY. */
    GOES_AWAY,
    /** And keeps the connection. */
    SAYS_NOTHING,
    /** Answers when it is told to. */
    WAITS
  }

  private final Server server = new Server();
  private final ServerConnector connector;
  private final String answer;
  private final Deque<Conduct> next = new ConcurrentLinkedDeque<>();
  private final Set<Session> connections = ConcurrentHashMap.newKeySet();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicInteger heads = new AtomicInteger();
  private final AtomicInteger olderCalls = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);

  private Gateway(Certified certified, String answer, int room) throws Exception {
    this.answer = answer;
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(certified.keys());
    tls.setKeyStorePassword(Certified.PASSWORD);
    HttpConfiguration secure = new HttpConfiguration();
    secure.addCustomizer(new SecureRequestCustomizer(false));
    RawHTTP2ServerConnectionFactory newer =
        new RawHTTP2ServerConnectionFactory(secure, new Frames());
    newer.setMaxConcurrentStreams(room);
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol("http/1.1");
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, choice.getProtocol()),
            choice,
            newer,
            new HttpConnectionFactory(secure));
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(new Older());
  }

  /**
   * @param answer its only one
   * @param room how many requests at once on a connection of HTTP/2
   */
  static Gateway starts(Certified certified, String answer, int room) throws Exception {
    Gateway gateway = new Gateway(certified, answer, room);
    gateway.server.start();
    return gateway;
  }

  String address() {
    return "https://localhost:" + connector.getLocalPort();
  }

  /** The next ones; then it answers. */
  void meetsNextWith(Conduct... conducts) {
    next.addAll(List.of(conducts));
  }

  void stopsWaiting() {
    release.countDown();
  }

  /** Requests that came with all of their body, by either version. */
  List<String> bodies() {
    return bodies;
  }

  /** Connections of HTTP/2 on which requests came. */
  int connections() {
    return connections.size();
  }

  int callsByHttp2() {
    return heads.get();
  }

  int callsByHttp11() {
    return olderCalls.get();
  }

  @Override
  public void close() throws Exception {
    release.countDown();
    server.stop();
  }

  private Conduct conduct() {
    Conduct prepared = next.poll();
    return prepared == null ? Conduct.ANSWERS : prepared;
  }

  /** HTTP/2. */
  private final class Frames implements ServerSessionListener {
    @Override
    public Stream.Listener onNewStream(Stream stream, HeadersFrame head) {
      heads.incrementAndGet();
      connections.add(stream.getSession());
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      stream.demand();
      return new Stream.Listener() {
        @Override
        public void onDataAvailable(Stream from) {
          read(from, body);
        }
      };
    }

    private void read(Stream stream, ByteArrayOutputStream body) {
      Stream.Data data = stream.readData();
      if (data == null) {
        stream.demand();
        return;
      }
      ByteBuffer bytes = data.frame().getByteBuffer();
      byte[] some = new byte[bytes.remaining()];
      bytes.get(some);
      body.writeBytes(some);
      boolean last = data.frame().isEndStream();
      data.release();
      if (last) {
        bodies.add(body.toString(StandardCharsets.UTF_8));
        meet(stream);
      } else {
        stream.demand();
      }
    }

    private void meet(Stream stream) {
      switch (conduct()) {
        case ANSWERS -> answer(stream);
        case REFUSES ->
            stream.reset(
                new ResetFrame(stream.getId(), ErrorCode.REFUSED_STREAM_ERROR.code), Callback.NOOP);
        case GOES_AWAY ->
            ((HTTP2Session) stream.getSession())
                .goAway(
                    new GoAwayFrame(Math.max(0, stream.getId() - 2), 0, new byte[0]),
                    Callback.NOOP);
        case SAYS_NOTHING -> {}
        case WAITS ->
            Thread.ofVirtual()
                .start(
                    () -> {
                      await();
                      answer(stream);
                    });
      }
    }

    private void answer(Stream stream) {
      HttpFields fields =
          HttpFields.build().add("content-type", "application/json;charset=UTF-8").asImmutable();
      stream
          .headers(
              new HeadersFrame(
                  stream.getId(),
                  new MetaData.Response(200, null, HttpVersion.HTTP_2, fields),
                  null,
                  false))
          .thenCompose(
              open ->
                  open.data(
                      new DataFrame(open.getId(), StandardCharsets.UTF_8.encode(answer), true)));
    }
  }

  private void await() {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** HTTP/1.1. */
  private final class Older extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      olderCalls.incrementAndGet();
      bodies.add(Content.Source.asString(request, StandardCharsets.UTF_8));
      response.setStatus(200);
      response.getHeaders().put("Content-Type", "application/json");
      Content.Sink.write(response, true, answer, callback);
      return true;
    }
  }
}
