package org.supercargo.account;

import java.net.URI;
import org.supercargo.carrier.CarrierMessage;

/** Whether a trip to the consent pages can begin. */
public sealed interface Departure {
  /** Send the browser there. */
  record Leave(URI consentPage) implements Departure {}

  /** The trip did not begin; nothing was changed. */
  record Refused(Arrival.Reason reason, CarrierMessage said) implements Departure {}
}
