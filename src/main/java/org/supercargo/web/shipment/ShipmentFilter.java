package org.supercargo.web.shipment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.shipping.ShipmentQuery;
import org.supercargo.shipping.ShipmentState;
import org.supercargo.web.Ids;

/** What the boxes above the shipments say. Days are the user's. */
public class ShipmentFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable ShipmentState state;
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private @Nullable String account;
  private @Nullable String reference;
  private @Nullable String trackingNumber;
  private boolean unused;

  /** The last day counts as a whole. */
  ShipmentQuery query(ZoneId zone, int first, int size) {
    Instant begin = from == null ? null : from.atStartOfDay(zone).toInstant();
    Instant end = until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant();
    return ShipmentQuery.newest(size)
        .in(state)
        .of(Ids.of(account).map(Set::of).orElse(null))
        .between(begin, end)
        .bearing(reference)
        .numbered(trackingNumber)
        .unused(unused)
        .page(first, size);
  }

  void clear() {
    state = null;
    from = null;
    until = null;
    account = null;
    reference = null;
    trackingNumber = null;
  }

  private static @Nullable String entered(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public boolean isActive() {
    ShipmentFilter none = new ShipmentFilter();
    none.unused = unused;
    ZoneId any = ZoneId.of("UTC");
    return !query(any, 0, 0).equals(none.query(any, 0, 0));
  }

  public @Nullable ShipmentState getState() {
    return state;
  }

  public void setState(@Nullable ShipmentState state) {
    this.state = state;
  }

  public @Nullable LocalDate getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDate from) {
    this.from = from;
  }

  public @Nullable LocalDate getUntil() {
    return until;
  }

  public void setUntil(@Nullable LocalDate until) {
    this.until = until;
  }

  public @Nullable String getAccount() {
    return account;
  }

  public void setAccount(@Nullable String account) {
    this.account = account;
  }

  public @Nullable String getReference() {
    return reference;
  }

  public void setReference(@Nullable String reference) {
    this.reference = entered(reference);
  }

  public @Nullable String getTrackingNumber() {
    return trackingNumber;
  }

  public void setTrackingNumber(@Nullable String trackingNumber) {
    this.trackingNumber = entered(trackingNumber);
  }

  public boolean isUnused() {
    return unused;
  }

  public void setUnused(boolean unused) {
    this.unused = unused;
  }
}
