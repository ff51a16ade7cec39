package org.supercargo.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/** The pair of tokens in force, sealed, and where it came from. */
@Embeddable
class Pair {
  private int generation;

  @Column(name = "sealed_access")
  private byte @Nullable [] sealedAccess;

  @Column(name = "sealed_refresh")
  private byte @Nullable [] sealedRefresh;

  @Column(name = "issued_at")
  private Instant issuedAt = Instant.EPOCH;

  @Column(name = "access_expires_at")
  private Instant accessExpiresAt = Instant.EPOCH;

  @Column(name = "dies_at")
  private Instant diesAt = Instant.EPOCH;

  @Column(name = "refreshed_at")
  private @Nullable Instant refreshedAt;

  /** The generation whose refresh token was spent for it; null when it came from a consent. */
  @Column(name = "spent_generation")
  private @Nullable Integer spent;

  /** The fence of the request that it answers. */
  @Column(name = "request_fence")
  private @Nullable Long fence;

  /** For JPA, and for a grant that has none yet. */
  protected Pair() {}

  int generation() {
    return generation;
  }

  /** The same tokens, sealed by the grant's own key. */
  void reseal(Seal seal) {
    if (isThere()) {
      byte[] access = seal.access(credentials(seal).accessToken(), generation);
      byte[] refresh = seal.refresh(refreshToken(seal), generation);
      sealedAccess = access;
      sealedRefresh = refresh;
    }
  }

  /** The next generation: what was held before is gone with this. */
  void receive(TokenSet tokens, Seal seal, Instant now) {
    generation++;
    sealedAccess = seal.access(tokens.accessToken(), generation);
    sealedRefresh = seal.refresh(tokens.refreshToken(), generation);
    issuedAt = tokens.issuedAt();
    accessExpiresAt = tokens.accessExpiresAt();
    diesAt = tokens.refreshExpiresAt();
    refreshedAt = generation == 1 ? null : now;
    spent = null;
    fence = null;
  }

  void answers(int spentGeneration, long requestFence) {
    spent = spentGeneration;
    fence = requestFence;
  }

  /**
   * Whether the answer to that request is the newest that the carrier gave for this line of tokens.
   * It is when the spent pair is still in force, however late the answer comes; and when another
   * request spent the same pair, was answered too, but had been sent before.
   */
  boolean givesWayTo(int spentGeneration, long requestFence) {
    Long answered = fence;
    return generation == spentGeneration
        || (Objects.equals(spent, spentGeneration) && answered != null && answered < requestFence);
  }

  /** Whether it is the answer to that very request. */
  boolean isAnswerTo(int spentGeneration, long requestFence) {
    return Objects.equals(spent, spentGeneration) && Objects.equals(fence, requestFence);
  }

  TokenSet tokens(Seal seal) {
    return new TokenSet(
        credentials(seal).accessToken(), refreshToken(seal), issuedAt, accessExpiresAt, diesAt);
  }

  Credentials credentials(Seal seal) {
    Secret access = seal.openAccess(Objects.requireNonNull(sealedAccess), generation);
    return new Credentials(access, accessExpiresAt, generation);
  }

  Secret refreshToken(Seal seal) {
    return seal.openRefresh(Objects.requireNonNull(sealedRefresh), generation);
  }

  boolean isThere() {
    return sealedAccess != null && sealedRefresh != null;
  }

  void destroy() {
    sealedAccess = null;
    sealedRefresh = null;
  }

  boolean isUsableAt(Instant now) {
    return isThere() && now.isBefore(accessExpiresAt);
  }

  /**
   * When that share of the access token's life is left.
   *
   * @param first when the first pair came
   */
  Instant dueAt(Instant first, int percent) {
    Duration life = Duration.between(refreshedAt == null ? first : refreshedAt, accessExpiresAt);
    return life.isNegative()
        ? accessExpiresAt
        : accessExpiresAt.minus(life.multipliedBy(percent).dividedBy(100));
  }

  boolean endsBefore(Instant limit) {
    return !diesAt.isAfter(limit);
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Instant accessExpiresAt() {
    return accessExpiresAt;
  }

  Instant diesAt() {
    return diesAt;
  }

  /** Null for the first. */
  @Nullable Instant refreshedAt() {
    return refreshedAt;
  }
}
