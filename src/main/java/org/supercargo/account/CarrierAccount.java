package org.supercargo.account;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

/** One account number at a carrier, and the grant it may be used with. */
@Entity
@Table(name = "carrier_account")
class CarrierAccount {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String carrier = "";
  private String number = "";

  @Column(name = "live_key")
  private @Nullable String liveKey;

  @Column(name = "grant_id")
  private @Nullable Long grantId;

  @Enumerated(EnumType.STRING)
  private Verification verification = Verification.NO_OAUTH;

  @Column(name = "negotiated_rates")
  private @Nullable Boolean negotiatedRates;

  @Column(name = "carrier_code")
  private @Nullable String carrierCode;

  @Column(name = "carrier_text")
  private @Nullable String carrierText;

  @Embedded private Registrant registrant = new Registrant();

  @Column(name = "created_at")
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "connected_at")
  private @Nullable Instant connectedAt;

  @Column(name = "connected_by")
  private @Nullable String connectedBy;

  @Column(name = "verified_at")
  private @Nullable Instant verifiedAt;

  /** Written past the entity. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @Version private long version;

  protected CarrierAccount() {}

  /** A new account without a grant. */
  CarrierAccount(String carrier, AccountDetails details, Instant now) {
    this.carrier = carrier;
    this.number = details.number();
    this.liveKey = liveKey(carrier, number);
    this.registrant = new Registrant(details);
    this.createdAt = now;
  }

  static String liveKey(String carrier, String number) {
    return carrier + ":" + number;
  }

  long id() {
    return id;
  }

  String number() {
    return number;
  }

  /** How the audit trail names it. */
  String subject() {
    return carrier + " " + number;
  }

  Optional<Long> grant() {
    return Optional.ofNullable(grantId);
  }

  boolean isLiving() {
    return deletedAt == null;
  }

  boolean isProven() {
    return verification == Verification.PROVEN;
  }

  boolean isNotHeld() {
    return verification == Verification.NOT_HELD;
  }

  boolean isUnverified() {
    return verification == Verification.NOT_VERIFIED;
  }

  boolean isSame(long grant, AccountDetails typed) {
    return grant().equals(Optional.of(grant)) && details().equals(typed);
  }

  AccountDetails details() {
    return registrant.details(number);
  }

  AccountClaim claim() {
    return new AccountClaim(number, registrant.address());
  }

  void describe(AccountDetails details) {
    registrant = new Registrant(details);
  }

  /** From now on used with that grant, not yet proven. */
  void join(long grant, String person, Instant now) {
    grantId = grant;
    verification = Verification.NOT_VERIFIED;
    connectedAt = now;
    connectedBy = person;
    negotiatedRates = null;
  }

  void proven(Proof.Proven proof, Instant now) {
    verification = Verification.PROVEN;
    negotiatedRates = proof.negotiatedRates();
    verifiedAt = now;
    usedAt = now;
    carrierCode = null;
    carrierText = null;
  }

  /** The carrier says that the log-in does not hold this number. */
  void notHeld(CarrierMessage said) {
    verification = Verification.NOT_HELD;
    heard(said);
  }

  /** Keeps the carrier's words about a number that it did not confirm; whether they are new. */
  boolean heard(CarrierMessage said) {
    boolean news = !said().equals(Optional.of(said));
    carrierCode = said.code();
    carrierText = said.text();
    return news;
  }

  Optional<CarrierMessage> said() {
    String code = carrierCode;
    String text = carrierText;
    return code == null || text == null
        ? Optional.empty()
        : Optional.of(new CarrierMessage(code, text));
  }

  /** What is answered to the Submit that led here. */
  Saved saved() {
    return isProven()
        ? new Saved.Connected(id)
        : new Saved.KeptUnverified(id, said().orElseGet(() -> new CarrierMessage("", "")));
  }

  /** For the audit trail: how it stands with the carrier. */
  String summary() {
    String words = said().map(said -> ": " + said.code() + " " + said.text()).orElse("");
    String rates = Boolean.TRUE.equals(negotiatedRates) ? ", negotiated rates" : "";
    return verification.words() + rates + words;
  }

  AccountView view(
      AccountRow row,
      List<String> siblings,
      @Nullable Instant issuedAt,
      @Nullable Instant diesAt,
      @Nullable String why) {
    return new AccountView(
        row,
        details(),
        verification,
        negotiatedRates,
        said().orElse(null),
        siblings,
        createdAt,
        connectedAt,
        verifiedAt,
        issuedAt,
        diesAt,
        why,
        deletedAt);
  }

  void delete(Instant now) {
    liveKey = null;
    deletedAt = now;
  }
}
