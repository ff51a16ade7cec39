package org.supercargo.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/** One log-in's consent at a carrier, with the pair of tokens in force, sealed. */
@Entity
@Table(name = "carrier_grant")
class Grant {
  private static final Duration MOST_SKEW = Duration.ofSeconds(60);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String carrier;

  @Enumerated(EnumType.STRING)
  private GrantState state;

  private int generation;

  @Column(name = "sealed_access")
  private byte @Nullable [] sealedAccess;

  @Column(name = "sealed_refresh")
  private byte @Nullable [] sealedRefresh;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "access_expires_at")
  private Instant accessExpiresAt;

  @Column(name = "dies_at")
  private Instant diesAt;

  @Column(name = "refreshed_at")
  private @Nullable Instant refreshedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "connected_by")
  private String connectedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "pending_until")
  private @Nullable Instant pendingUntil;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  private long fence;

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
    this.issuedAt = now;
    this.accessExpiresAt = now;
    this.diesAt = now;
  }

  long id() {
    return Objects.requireNonNull(id);
  }

  String carrier() {
    return carrier;
  }

  int generation() {
    return generation;
  }

  GrantState state() {
    return state;
  }

  /** The next generation: what was held before is gone with this. */
  void receive(TokenSet tokens, Sealer sealer, Instant now) {
    generation++;
    sealedAccess = sealer.seal(tokens.accessToken(), Place.access(id(), generation));
    sealedRefresh = sealer.seal(tokens.refreshToken(), Place.refresh(id(), generation));
    issuedAt = tokens.issuedAt();
    accessExpiresAt = tokens.accessExpiresAt();
    diesAt = tokens.refreshExpiresAt();
    refreshedAt = generation == 1 ? null : now;
    endLease();
  }

  TokenSet tokens(Sealer sealer) {
    Secret access = credentials(sealer).accessToken();
    return new TokenSet(access, refreshToken(sealer), issuedAt, accessExpiresAt, diesAt);
  }

  Credentials credentials(Sealer sealer) {
    byte[] sealed = Objects.requireNonNull(sealedAccess);
    return new Credentials(
        sealer.open(sealed, Place.access(id(), generation)), accessExpiresAt, generation);
  }

  Secret refreshToken(Sealer sealer) {
    byte[] sealed = Objects.requireNonNull(sealedRefresh);
    return sealer.open(sealed, Place.refresh(id(), generation));
  }

  boolean holdsTokens() {
    return sealedAccess != null && sealedRefresh != null;
  }

  /** Whether its tokens may be used: neither dead nor decided against. */
  boolean isAlive() {
    return switch (state) {
      case PENDING, ACTIVE, EXPIRING -> holdsTokens();
      case NEEDS_CONSENT, EXPIRED, DELETED -> false;
    };
  }

  boolean isPendingAt(Instant now) {
    return state == GrantState.PENDING && pendingUntil != null && now.isBefore(pendingUntil);
  }

  boolean isUsableAt(Instant now) {
    return now.isBefore(accessExpiresAt);
  }

  /** Time to refresh: a minute before the end, or the last fifth of a very short life. */
  boolean isStaleAt(Instant now) {
    Instant since = refreshedAt == null ? createdAt : refreshedAt;
    Duration fifth = Duration.between(since, accessExpiresAt).dividedBy(5);
    return !now.isBefore(accessExpiresAt.minus(fifth.compareTo(MOST_SKEW) < 0 ? fifth : MOST_SKEW));
  }

  /** Active, or expiring when the end is nearer than that. */
  void live(Instant now, Duration expiringWithin) {
    state = diesAt.isAfter(now.plus(expiringWithin)) ? GrantState.ACTIVE : GrantState.EXPIRING;
    pendingUntil = null;
  }

  void connectedBy(Grant consent) {
    connectedBy = consent.connectedBy;
  }

  void needsConsent() {
    state = GrantState.NEEDS_CONSENT;
  }

  /** Nothing in flight may bring tokens back: its fence no longer counts. */
  void destroy() {
    state = GrantState.DELETED;
    sealedAccess = null;
    sealedRefresh = null;
    pendingUntil = null;
    endLease();
  }

  boolean isLeasedAt(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }

  /** Answers the fence with which alone the outcome may be stored. */
  long lease(String owner, Instant until) {
    leaseOwner = owner;
    leaseUntil = until;
    return ++fence;
  }

  boolean isFencedBy(long mine) {
    return fence == mine;
  }

  void endLease() {
    leaseOwner = null;
    leaseUntil = null;
    fence++;
  }

  GrantView view() {
    return new GrantView(
        id(),
        state,
        generation,
        connectedBy,
        issuedAt,
        accessExpiresAt,
        diesAt,
        refreshedAt,
        usedAt);
  }
}
