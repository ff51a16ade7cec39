package org.supercargo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in. */
@Entity
@Table(name = "person")
class Person {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(updatable = false)
  private String name = "";

  @Column(name = "password_hash")
  private String passwordHash = "";

  @Enumerated(EnumType.STRING)
  private Role role = Role.AUDITOR;

  private boolean active;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "signed_in_at")
  private @Nullable Instant signedInAt;

  private int generation;

  @Version private long version;

  /** For JPA only. */
  protected Person() {}

  Person(PersonName name, Role role, PasswordHash hash, Instant now) {
    this.name = name.text();
    this.role = role;
    this.passwordHash = hash.text();
    this.mustChangePassword = hash.mustChange();
    this.active = true;
    this.createdAt = now;
  }

  /** Whether a session that began as {@code then} may go on. */
  boolean isStill(SignedIn then) {
    return active && generation == then.generation();
  }

  boolean isActive() {
    return active;
  }

  void enter(Instant now) {
    signedInAt = now;
  }

  /** False when it was so already; so with the next two. */
  boolean disable() {
    boolean was = active;
    active = false;
    generation += was ? 1 : 0;
    return was;
  }

  boolean enable() {
    boolean was = active;
    active = true;
    return !was;
  }

  boolean give(Role other) {
    boolean differs = role != other;
    role = other;
    generation += differs ? 1 : 0;
    return differs;
  }

  boolean set(PasswordHash hash) {
    passwordHash = hash.text();
    mustChangePassword = hash.mustChange();
    generation++;
    return true;
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  SignedIn signedIn() {
    return new SignedIn(id, name, role, generation, mustChangePassword);
  }

  PersonView view() {
    return new PersonView(id, name, role, active, mustChangePassword, createdAt, signedInAt);
  }
}
