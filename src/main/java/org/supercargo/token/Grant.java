package org.supercargo.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Sealer;

/** One log-in's consent at a carrier, with the pair of tokens in force, sealed. */
@Entity
@Table(name = "carrier_grant")
class Grant {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String carrier;

  @Enumerated(EnumType.STRING)
  private GrantState state;

  private @Nullable String why;

  @Embedded private Pair pair;
  @Embedded private OwnKey key;
  @Embedded private Lease lease;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "connected_by")
  private String connectedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "pending_until")
  private @Nullable Instant pendingUntil;

  @Version private long version;

  /** For JPA only. */
  protected Grant() {
    this("", "", Instant.EPOCH, Instant.EPOCH);
  }

  /** Without tokens: they can only be sealed for a row that has its id. */
  Grant(String carrier, String person, Instant now, Instant pendingUntil) {
    this.carrier = carrier;
    this.connectedBy = person;
    this.createdAt = now;
    this.pendingUntil = pendingUntil;
    this.state = GrantState.PENDING;
    this.pair = new Pair();
    this.key = new OwnKey();
    this.lease = new Lease();
  }

  long id() {
    return Objects.requireNonNull(id);
  }

  String carrier() {
    return carrier;
  }

  int generation() {
    return pair.generation();
  }

  GrantState state() {
    return state;
  }

  Seal seal(Sealer sealer) {
    return new Seal(id(), key.isThere() ? key.open(sealer, Places.key(id())) : null, sealer);
  }

  /**
   * A seal that can seal: gives the grant a key of its own, if it is from before there were any.
   */
  private Seal ownSeal(Sealer sealer) {
    if (key.isThere()) {
      return seal(sealer);
    }
    Sealer.Fresh fresh = sealer.newDataKey(Places.key(id()));
    Seal seal = new Seal(id(), fresh.key(), sealer);
    pair.reseal(seal);
    key.become(fresh.wrapped());
    return seal;
  }

  TokenSet tokens(Sealer sealer) {
    return pair.tokens(seal(sealer));
  }

  boolean hasOwnKey() {
    return key.isThere();
  }

  byte[] wrappedKey() {
    return key.wrapped();
  }

  /** If it has tokens and no key of its own yet. */
  void takesOwnKey(Sealer sealer) {
    if (pair.isThere()) {
      ownSeal(sealer);
    }
  }

  /** Tokens of a consent: any refresh under way is for a pair that is no longer wanted. */
  void receive(TokenSet tokens, Sealer sealer, Instant now) {
    pair.receive(tokens, ownSeal(sealer), now);
    lease.end();
  }

  /** As {@link #receive}, in the place of what was held. */
  void regenerated(Grant consent, Sealer sealer, Instant now) {
    receive(consent.tokens(sealer), sealer, now);
    connectedBy = consent.connectedBy;
    become(GrantChange.REGENERATED, null);
  }

  boolean holdsTokens() {
    return pair.isThere();
  }

  boolean isPendingAt(Instant now) {
    return state == GrantState.PENDING && pendingUntil != null && now.isBefore(pendingUntil);
  }

  boolean isDeleted() {
    return state == GrantState.DELETED;
  }

  /** Whether its refresh token may be spent. */
  boolean isRefreshable() {
    return switch (state) {
      case PENDING, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION -> holdsTokens();
      case NEEDS_CONSENT, EXPIRED, DELETED -> false;
    };
  }

  /** Also of a grant whose refresh token is dead: its access token lives until its own end. */
  boolean isUsableAt(Instant now) {
    return switch (state) {
      case PENDING, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION, NEEDS_CONSENT ->
          pair.isUsableAt(now);
      case EXPIRED, DELETED -> false;
    };
  }

  Held held(Sealer sealer, int percent) {
    Credentials credentials = pair.credentials(seal(sealer));
    Instant due = isRefreshable() ? pair.dueAt(createdAt, percent) : Instant.MAX;
    return new Held(credentials, state, due);
  }

  boolean isLeasedAt(Instant now) {
    return lease.isHeldAt(now);
  }

  /** The right to spend the refresh token, and what is needed to. */
  Turn.Mine lease(String owner, Instant now, Instant until, Sealer sealer) {
    if (lease.hasLapsedAt(now)) {
      become(GrantChange.ANSWER_LOST, "A server stopped while it was renewing the tokens.");
    }
    Seal seal = ownSeal(sealer);
    long fence = lease.take(owner, until);
    return new Turn.Mine(
        new Request(id(), generation(), fence), carrier, pair.refreshToken(seal), seal);
  }

  boolean marksLapseAt(Instant now) {
    boolean lapsed = lease.hasLapsedAt(now);
    return lapsed
        && become(GrantChange.ANSWER_LOST, "A server stopped while it was renewing the tokens.");
  }

  /**
   * Keeps the answer to a request, however late it comes, unless a newer one is there, somebody has
   * consented again or the grant is deleted. Answers whether it is in force after this.
   */
  boolean store(Request request, TokenSet tokens, Sealer sealer, Instant now) {
    if (isDeleted() || pair.isAnswerTo(request.generation(), request.fence())) {
      return !isDeleted();
    }
    if (!pair.givesWayTo(request.generation(), request.fence())) {
      return false;
    }
    pair.receive(tokens, ownSeal(sealer), now);
    pair.answers(request.generation(), request.fence());
    lease.end();
    become(GrantChange.REFRESHED, null);
    return true;
  }

  /** The carrier says that the refresh token which that request spent is dead. */
  boolean dead(Request request, String said) {
    if (!lease.isOf(request.fence()) || generation() != request.generation()) {
      return false;
    }
    lease.end();
    if (state == GrantState.PENDING) {
      // Nobody's yet, and it would be dead from the start: better to consent again now.
      destroy();
      return true;
    }
    return become(GrantChange.TOKEN_DEAD, said);
  }

  /** The lease has to run out: the carrier may still be at it. */
  boolean answerLost(Request request, String said) {
    return lease.isOf(request.fence()) && become(GrantChange.ANSWER_LOST, said);
  }

  void release(Request request) {
    if (lease.isOf(request.fence())) {
      lease.end();
    }
  }

  /** Whether that changed the state. */
  boolean become(GrantChange change, @Nullable String reason) {
    GrantState before = state;
    state = change.of(state);
    if (state != before || change.to() == state) {
      why = reason;
    }
    return state != before;
  }

  /** Active, or expiring when the end is nearer than that. */
  void settle(Instant expiringBefore) {
    if (pair.endsBefore(expiringBefore)) {
      become(GrantChange.ENDS_SOON, null);
    }
    if (state != GrantState.PENDING) {
      pendingUntil = null;
    }
  }

  /** Nothing in flight may bring tokens back. */
  void destroy() {
    become(GrantChange.FORGOTTEN, null);
    pair.destroy();
    key.destroy();
    pendingUntil = null;
    lease.end();
  }

  GrantView view() {
    return new GrantView(
        id(),
        state,
        pair.generation(),
        connectedBy,
        pair.issuedAt(),
        pair.accessExpiresAt(),
        pair.diesAt(),
        pair.refreshedAt(),
        usedAt,
        why);
  }
}
