package org.supercargo.shipping;

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
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.label.Packed;

/** A label or another paper, as the carrier made it. */
@Entity
@Table(name = "shipment_document")
class Filed {
  private static final int LONGEST = 100;

  /** What it is. */
  enum Kind {
    LABEL,
    PAPER
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "shipment_id")
  private long shipmentId;

  @Column(name = "tracking_number")
  private @Nullable String trackingNumber;

  @Enumerated(EnumType.STRING)
  private Kind kind = Kind.LABEL;

  private String name = "";

  @Enumerated(EnumType.STRING)
  private DocumentFormat format = DocumentFormat.GIF;

  private byte @Nullable [] content;
  private String checksum = "";

  /** Read by queries. */
  @SuppressWarnings("UnusedVariable")
  private int size;

  @Column(name = "stored_at")
  private Instant storedAt = Instant.EPOCH;

  @Column(name = "swept_at")
  private @Nullable Instant sweptAt;

  /** For JPA only. */
  protected Filed() {}

  Filed(
      long shipmentId, @Nullable String trackingNumber, Kind kind, Document document, Instant now) {
    this.shipmentId = shipmentId;
    this.trackingNumber = trackingNumber;
    this.kind = kind;
    this.name = cut(document.name());
    this.format = document.format();
    this.storedAt = now;
    replace(document.bytes(), now);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  boolean isNamed(String other) {
    return name.equals(cut(other));
  }

  final void replace(byte[] bytes, Instant now) {
    content = Packed.pack(bytes);
    checksum = Packed.checksum(bytes);
    size = bytes.length;
    storedAt = now;
    sweptAt = null;
  }

  long shipmentId() {
    return shipmentId;
  }

  boolean isLabel() {
    return kind == Kind.LABEL;
  }

  /** Empty when it was swept or is damaged. */
  Optional<Document> document() {
    byte[] packed = content;
    return packed == null
        ? Optional.empty()
        : Packed.unpack(packed, checksum).map(bytes -> new Document(name, format, bytes));
  }
}
