package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Custodies;
import org.supercargo.custody.Sealer;
import org.supercargo.stage.KeySet;

/**
 * A small world around one real grant: a carrier that honours one refresh token, and nodes that can
 * stop anywhere. Whatever is done here, {@link #nothingHonouredWasThrownAway} has to hold.
 */
final class World {
  static final Duration LEASE = Duration.ofSeconds(30);
  private static final Sealer SEALER = Custodies.with(KeySet.make());

  private final boolean graceful;
  private final Map<Integer, Node> nodes = new HashMap<>();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private int made;
  @Nullable String honoured;
  private @Nullable String graced;
  int deadAnswers;
  private boolean forgotten;
  final Grant grant;

  /**
   * @param graceful whether the carrier takes a spent token once more, for another pair
   */
  World(boolean graceful) {
    this.graceful = graceful;
    this.grant = row(1);
    grant.receive(consent(), SEALER, now);
  }

  /** What one node has in its memory, on the wire and on its disk. */
  private static final class Node {
    Turn.@Nullable Mine intent;
    Instant leasedUntil = Instant.MIN;
    boolean sent;
    @Nullable TokenSet onTheWire;
    @Nullable TokenSet received;
    final Map<Request, TokenSet> journal = new HashMap<>();

    void forgets() {
      intent = null;
      sent = false;
      onTheWire = null;
      received = null;
    }
  }

  private Node node(int name) {
    return nodes.computeIfAbsent(name, any -> new Node());
  }

  boolean begins(int name) {
    Node node = node(name);
    if (node.intent != null || !grant.isRefreshable() || grant.isLeasedAt(now)) {
      return false;
    }
    node.leasedUntil = now.plus(LEASE);
    node.intent = grant.lease("node " + name, now, node.leasedUntil, SEALER);
    return true;
  }

  /** The carrier has done its part when this returns. */
  void sends(int name) {
    Node node = node(name);
    // Time-outs are shorter than the lease.
    if (node.intent == null || node.sent || (graceful && !now.isBefore(node.leasedUntil))) {
      return;
    }
    node.sent = true;
    String spent = node.intent.refreshToken().reveal();
    if (spent.equals(honoured) || (graceful && spent.equals(graced))) {
      graced = spent;
      node.onTheWire = consent();
    }
  }

  void arrives(int name) {
    Node node = node(name);
    if (node.intent == null || !node.sent || node.received != null) {
      return;
    }
    if (node.onTheWire == null) {
      deadAnswers++;
      boolean pending = grant.state() == GrantState.PENDING;
      // A verdict on tokens that are nobody's yet ends them: see ADR 13.
      forgotten |= grant.dead(node.intent.request(), "Invalid Refresh Token") && pending;
      node.forgets();
    } else {
      node.received = node.onTheWire;
      node.onTheWire = null;
    }
  }

  void loses(int name) {
    Node node = node(name);
    if (node.intent != null && node.received == null) {
      lost(node);
      grant.answerLost(node.intent.request(), "time-out");
      node.forgets();
    }
  }

  void crashes(int name) {
    Node node = node(name);
    lost(node);
    node.forgets();
  }

  /** A pair that never reached a disk is nobody's fault. */
  private void lost(Node node) {
    for (TokenSet gone : new TokenSet[] {node.onTheWire, node.received}) {
      if (gone != null && gone.refreshToken().reveal().equals(honoured) && !journalled(gone)) {
        honoured = null;
        graced = null;
      }
    }
  }

  private boolean journalled(TokenSet tokens) {
    return nodes.values().stream().anyMatch(node -> node.journal.containsValue(tokens));
  }

  void journals(int name) {
    Node node = node(name);
    if (node.intent != null && node.received != null) {
      node.journal.put(node.intent.request(), node.received);
    }
  }

  void stores(int name) {
    Node node = node(name);
    if (node.intent != null && node.journal.containsKey(node.intent.request())) {
      store(node, node.intent.request());
      node.forgets();
    }
  }

  /** As after a start, and every second. */
  void replays(int name) {
    Node node = node(name);
    new ArrayList<>(node.journal.keySet()).forEach(request -> store(node, request));
  }

  /** Stored, but the journal entry stays: killed in between. */
  void storesAndCrashes(int name) {
    Node node = node(name);
    if (node.intent != null && node.journal.containsKey(node.intent.request())) {
      Request request = node.intent.request();
      TokenSet tokens = node.journal.get(request);
      store(node, request);
      node.journal.put(request, tokens);
      node.forgets();
    }
  }

  private void store(Node node, Request request) {
    TokenSet tokens = node.journal.get(request);
    boolean inForce = grant.store(request, tokens, SEALER, now);
    node.journal.remove(request);
    if (!forgotten && tokens.refreshToken().reveal().equals(honoured)) {
      assertThat(inForce).as("the only living pair is kept").isTrue();
      assertThat(held()).isEqualTo(honoured);
    }
  }

  void regenerates() {
    if (!grant.isDeleted() && grant.state() != GrantState.PENDING) {
      Grant consented = row(2);
      consented.receive(consent(), SEALER, now);
      graced = null;
      grant.regenerated(consented, SEALER, now);
    }
  }

  void forgets() {
    grant.destroy();
    forgotten = true;
  }

  void revokes() {
    honoured = null;
    graced = null;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  /** Wherever the honoured pair is, it is somewhere. */
  void nothingHonouredWasThrownAway() {
    if (honoured != null && !forgotten) {
      List<String> somewhere = new ArrayList<>();
      somewhere.add(held());
      for (Node node : nodes.values()) {
        node.journal.values().forEach(it -> somewhere.add(it.refreshToken().reveal()));
        for (TokenSet it : new TokenSet[] {node.onTheWire, node.received}) {
          somewhere.add(it == null ? "" : it.refreshToken().reveal());
        }
      }
      assertThat(somewhere).contains(honoured);
    }
  }

  /** Everything that can still arrive does, and every node comes back. */
  void comesToRest() {
    List.copyOf(nodes.keySet())
        .forEach(
            name -> {
              arrives(name);
              journals(name);
              stores(name);
              node(name).forgets();
              replays(name);
            });
  }

  String held() {
    return grant.tokens(SEALER).refreshToken().reveal();
  }

  private TokenSet consent() {
    made++;
    honoured = "refresh-" + made;
    return new TokenSet(
        Secret.of("access-" + made),
        Secret.of(honoured),
        now,
        now.plusSeconds(3_600),
        now.plus(Duration.ofDays(60)));
  }

  private Grant row(long id) {
    try {
      Grant row = new Grant("UPS", "admin", now, now.plusSeconds(1_800));
      Field field = Grant.class.getDeclaredField("id");
      field.setAccessible(true);
      field.set(row, id);
      return row;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
