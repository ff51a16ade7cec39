package org.supercargo.access.key;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;

/** What is kept of a key: everything but the key. */
@Entity
@Table(name = "api_key")
class ApiKey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String name = "";
  private String prefix = "";
  private String hash = "";
  private String scopes = "";

  @Column(name = "all_accounts")
  private boolean allAccounts;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_key_account", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "account_id")
  private Set<Long> accounts = new HashSet<>();

  @Column(name = "per_minute")
  private int perMinute;

  @Column(name = "created_at")
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "created_by")
  private String createdBy = "";

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoked_by")
  private @Nullable String revokedBy;

  /** Written past the entity. */
  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Version private long version;

  /** For JPA only. */
  protected ApiKey() {}

  ApiKey(NewApiKey wanted, KeyText key, Actor who, Instant now) {
    this.name = wanted.name();
    this.prefix = key.prefix();
    this.hash = key.storedHash();
    this.scopes = Scope.words(wanted.scopes());
    this.perMinute = wanted.perMinute();
    this.createdAt = now;
    this.createdBy = who.name();
    this.expiresAt = wanted.expiresAt();
    Set<Long> only = wanted.accounts();
    this.allAccounts = only == null;
    this.accounts = only == null ? new HashSet<>() : new HashSet<>(only);
  }

  /** False when it was so already. */
  boolean revoke(Actor who, Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    revokedBy = who.name();
    return true;
  }

  /** How the audit trail names it. */
  String subject() {
    return "API key " + name;
  }

  KnownKey known() {
    return new KnownKey(
        id,
        name,
        hash,
        scopes(),
        allAccounts ? null : Set.copyOf(accounts),
        perMinute,
        expiresAt,
        revokedAt);
  }

  ApiKeyView view() {
    return new ApiKeyView(
        id,
        name,
        prefix,
        scopes(),
        allAccounts ? null : Set.copyOf(accounts),
        perMinute,
        createdAt,
        createdBy,
        expiresAt,
        revokedAt,
        revokedBy,
        usedAt);
  }

  private Set<Scope> scopes() {
    return Scope.among(Arrays.asList(scopes.split(" ")));
  }
}
