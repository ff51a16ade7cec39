package org.supercargo.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.custody.Wrapped;

/** One trip to the consent pages: who, when, why and what came of it. Rows are never removed. */
@Entity
@Table(name = "connect_attempt")
class ConnectAttempt {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "state_hash")
  private String stateHash = "";

  @Column(name = "browser_hash")
  private String browserHash = "";

  private String person = "";
  private String carrier = "";
  private String purpose = "";

  @Column(name = "account_id")
  private @Nullable Long accountId;

  @Column(name = "sealed_verifier")
  private byte @Nullable [] sealedVerifier;

  /** The id of the master key that has sealed it; null without one. */
  @Column(name = "sealed_by")
  private @Nullable String sealedBy;

  @Column(name = "started_at")
  private Instant startedAt = Instant.EPOCH;

  @Column(name = "expires_at")
  private Instant expiresAt = Instant.EPOCH;

  @Column(name = "returned_at")
  private @Nullable Instant returnedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private AttemptStage stage = AttemptStage.STARTED;

  /** For whoever looks into the table. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable String detail;

  @Column(name = "pending_grant_id")
  private @Nullable Long pendingGrant;

  protected ConnectAttempt() {}

  ConnectAttempt(Purpose why, String carrier, String stateHash) {
    this.purpose =
        switch (why) {
          case Purpose.Add() -> "ADD";
          case Purpose.Connect(long account) -> "CONNECT";
          case Purpose.Regenerate(long account) -> "REGENERATE";
        };
    this.accountId = why.account();
    this.carrier = carrier;
    this.stateHash = stateHash;
  }

  void belongsTo(String person, String browserHash) {
    this.person = person;
    this.browserHash = browserHash;
  }

  void lasts(Instant from, Instant until) {
    this.startedAt = from;
    this.expiresAt = until;
  }

  void remembers(Wrapped verifier) {
    sealedVerifier = verifier.bytes();
    sealedBy = verifier.key();
  }

  long id() {
    return id;
  }

  String person() {
    return person;
  }

  String stateHash() {
    return stateHash;
  }

  String carrier() {
    return carrier;
  }

  AttemptStage stage() {
    return stage;
  }

  /** Whether it may still lead somewhere. */
  boolean isOpen() {
    return stage.isOpen();
  }

  boolean isOf(String name) {
    return person.equals(name);
  }

  boolean isFrom(String hashOfBrowser) {
    return browserHash.equals(hashOfBrowser);
  }

  boolean hasExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Optional<byte[]> sealedVerifier() {
    return Optional.ofNullable(sealedVerifier);
  }

  Optional<Long> pendingGrant() {
    return Optional.ofNullable(pendingGrant);
  }

  Optional<Long> account() {
    return Optional.ofNullable(accountId);
  }

  Purpose purpose() {
    return switch (purpose) {
      case "ADD" -> new Purpose.Add();
      case "CONNECT" -> new Purpose.Connect(account().orElseThrow());
      case "REGENERATE" -> new Purpose.Regenerate(account().orElseThrow());
      default -> throw new IllegalStateException("Unknown purpose of attempt " + id);
    };
  }

  void returned(Instant now) {
    stage = AttemptStage.RETURNED;
    returnedAt = now;
  }

  void keeps(long pending, Instant until) {
    stage = AttemptStage.KEPT;
    pendingGrant = pending;
    expiresAt = until;
    sealedVerifier = null;
    sealedBy = null;
  }

  void ends(AttemptStage how, @Nullable String why) {
    stage = how;
    detail = why;
    sealedVerifier = null;
    sealedBy = null;
  }

  void ledTo(long account) {
    stage = AttemptStage.CONNECTED;
    accountId = account;
  }
}
