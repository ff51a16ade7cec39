package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.supercargo.carrier.TrackingState;
import org.supercargo.shipping.PieceState;
import org.supercargo.shipping.ShipmentState;

/** Colour and icon of a state; the word beside it comes from the bundle. */
@Named
@ApplicationScoped
public class ShipmentBadges {
  public String severity(ShipmentState state) {
    return switch (state) {
      case REQUESTED -> "info";
      case CREATED -> "success";
      case UNKNOWN, VOID_REQUESTED, VOID_REFUSED -> "warning";
      case REJECTED, NOT_CREATED, UNRESOLVED -> "danger";
      case VOIDED -> "secondary";
    };
  }

  public String icon(ShipmentState state) {
    return "pi " + sign(state);
  }

  public String sign(ShipmentState state) {
    return switch (state) {
      case REQUESTED -> "pi-spinner";
      case UNKNOWN -> "pi-question-circle";
      case CREATED -> "pi-check-circle";
      case REJECTED -> "pi-times-circle";
      case NOT_CREATED -> "pi-minus-circle";
      case UNRESOLVED -> "pi-question";
      case VOID_REQUESTED -> "pi-hourglass";
      case VOIDED -> "pi-undo";
      case VOID_REFUSED -> "pi-exclamation-triangle";
    };
  }

  /** The kind of box that tells it. */
  public String kind(ShipmentState state) {
    return switch (state) {
      case REQUESTED, VOIDED -> "info";
      case CREATED -> "success";
      case UNKNOWN, VOID_REQUESTED, VOID_REFUSED -> "warn";
      case REJECTED, NOT_CREATED, UNRESOLVED -> "error";
    };
  }

  public String severityOf(PieceState state) {
    return switch (state) {
      case CREATED -> "success";
      case VOID_REQUESTED, VOID_REFUSED -> "warning";
      case VOIDED -> "secondary";
    };
  }

  public String severityOn(TrackingState state) {
    return switch (state) {
      case LABEL_MADE, PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY -> "info";
      case DELIVERED -> "success";
      case EXCEPTION, RETURNED -> "warning";
      case VOIDED, UNKNOWN -> "secondary";
    };
  }
}
