package org.supercargo.carrier;

/**
 * A shipper's own number that travels with the parcel, is printed on the label and found again by
 * tracking. Where the carrier puts it, on the shipment or on each package, is the wall's affair.
 *
 * @param value 1 to 35 characters; at most two references go with a shipment
 */
public record Reference(Kind kind, String value) {
  /** What the number is called. */
  public enum Kind {
    RECEIVABLES_ACCOUNT,
    APPROPRIATION,
    BILL_OF_LADING,
    COLLECT_ON_DELIVERY,
    DEALER_ORDER,
    DEPARTMENT,
    FOOD_AND_DRUG_PRODUCT,
    INVOICE,
    MANIFEST_KEY,
    MODEL,
    PART,
    PRODUCTION,
    PURCHASE_ORDER,
    REQUISITION,
    RETURN_AUTHORISATION,
    SALESPERSON,
    SERIAL,
    STORE,
    TRANSACTION
  }
}
