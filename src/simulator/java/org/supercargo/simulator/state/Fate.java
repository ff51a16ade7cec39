package org.supercargo.simulator.state;

/** What happens to a shipment on its way. */
public enum Fate {
  /** Arrives as promised. */
  DELIVERED,
  /** A day later than promised, and UPS says so. */
  DELAYED,
  /** The address is found wrong at the door; delivered a business day later. */
  EXCEPTION,
  /** Refused at the door and carried back. */
  RETURNED,
  /** Not heard of again after it left its origin. */
  LOST,
  /** Never handed over: the label alone exists. */
  UNSEEN
}
