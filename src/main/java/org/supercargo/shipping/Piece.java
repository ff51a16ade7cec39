package org.supercargo.shipping;

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
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.VoidAnswer;

/** One package of a shipment that was made. */
@Entity
@Table(name = "shipment_package")
class Piece {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "shipment_id")
  private long shipmentId;

  private int position;

  @Enumerated(EnumType.STRING)
  private PieceState state = PieceState.CREATED;

  @Column(name = "tracking_number")
  private String trackingNumber = "";

  @Column(name = "said_code")
  private @Nullable String saidCode;

  @Column(name = "said_text")
  private @Nullable String saidText;

  /** For people who look into the table. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private long version;

  /** For JPA only. */
  protected Piece() {}

  Piece(long shipmentId, int position, String trackingNumber) {
    this.shipmentId = shipmentId;
    this.position = position;
    this.trackingNumber = trackingNumber;
  }

  String trackingNumber() {
    return trackingNumber;
  }

  boolean isVoided() {
    return state == PieceState.VOIDED;
  }

  boolean isPending() {
    return state == PieceState.VOID_REQUESTED;
  }

  boolean isRefused() {
    return state == PieceState.VOID_REFUSED;
  }

  void voidRequested() {
    if (!isVoided()) {
      state = PieceState.VOID_REQUESTED;
    }
  }

  void answered(VoidAnswer answer, Instant now) {
    switch (answer) {
      case VoidAnswer.Refused(CarrierMessage said) -> {
        state = PieceState.VOID_REFUSED;
        saidCode = said.code();
        saidText = said.text();
      }
      case VoidAnswer.Voided voided -> gone(now);
      case VoidAnswer.AlreadyVoided before -> gone(now);
    }
  }

  private void gone(Instant now) {
    state = PieceState.VOIDED;
    endedAt = now;
    saidCode = null;
    saidText = null;
  }

  ShipmentView.Piece view() {
    String code = saidCode;
    String text = saidText;
    return new ShipmentView.Piece(
        position,
        trackingNumber,
        state,
        code == null || text == null ? null : new CarrierMessage(code, text));
  }
}
