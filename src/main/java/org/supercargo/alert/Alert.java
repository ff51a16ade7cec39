package org.supercargo.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that people are told once. Inserted by {@link Raising} alone. */
@Entity
@Table(name = "alert")
class Alert {
  @Id private long id;

  @Enumerated(EnumType.STRING)
  private AlertKind kind = AlertKind.ENDS_SOON;

  private int days;
  private String carrier = "";

  @Column(name = "grant_id")
  private long grantId;

  private long generation;

  @Column(name = "account_id")
  private @Nullable Long accountId;

  @Column(name = "shipment_id")
  private @Nullable Long shipmentId;

  @Column(name = "ends_at")
  private @Nullable Instant endsAt;

  private @Nullable String why;

  @Column(name = "raised_at")
  private Instant raisedAt = Instant.EPOCH;

  @Column(name = "announced_at")
  private @Nullable Instant announcedAt;

  @Column(name = "addressed_at")
  private @Nullable Instant addressedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "closed_how")
  private @Nullable Closing closedHow;

  @Column(name = "closed_by")
  private @Nullable String closedBy;

  protected Alert() {}

  long id() {
    return id;
  }

  long grant() {
    return grantId;
  }

  /** Of what is about one shipment; empty where the grant tells. */
  Optional<Long> account() {
    return Optional.ofNullable(accountId);
  }

  boolean isOpen() {
    return closedAt == null;
  }

  /** False when it is over already. */
  boolean done(String person, Instant now) {
    if (closedAt != null) {
      return false;
    }
    closedAt = now;
    closedHow = Closing.DONE;
    closedBy = person;
    return true;
  }

  void addressed(Instant now) {
    addressedAt = now;
  }

  /** One line for machines. */
  String logged(List<AlertedAccount> accounts) {
    String line =
        "alert=%d kind=%s days=%d carrier=%s grant=%d generation=%d ends=%s accounts=%s"
            .formatted(
                id,
                kind,
                days,
                carrier,
                grantId,
                generation,
                endsAt,
                String.join(",", accounts.stream().map(AlertedAccount::number).toList()));
    return shipmentId == null ? line : line + " shipment=" + shipmentId;
  }

  AlertView view(List<AlertedAccount> accounts, MailSummary mail) {
    return new AlertView(
        id,
        kind,
        days,
        carrier,
        accounts,
        shipmentId,
        endsAt,
        why,
        raisedAt,
        closedAt,
        closedHow,
        closedBy,
        mail);
  }
}
