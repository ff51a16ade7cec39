package org.supercargo.shipping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reference of the customer's own, for finding. */
@Entity
@Table(name = "shipment_reference")
class CustomerReference {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  /** Read by queries. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "shipment_id")
  private long shipmentId;

  /** Read by queries. */
  @SuppressWarnings("UnusedVariable")
  private String text = "";

  /** For JPA only. */
  protected CustomerReference() {}

  CustomerReference(long shipmentId, String value) {
    this.shipmentId = shipmentId;
    this.text = value.toUpperCase(Locale.ROOT);
  }
}
