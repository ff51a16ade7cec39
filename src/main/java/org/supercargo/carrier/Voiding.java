package org.supercargo.carrier;

import java.util.Map;

/**
 * The answer to a {@link VoidOrder}.
 *
 * @param whole of what was ordered; refused also when only some of the packages were
 * @param parcels by tracking number, those that the carrier spoke of; all that were ordered when it
 *     was one by one
 * @param transactionId under which the carrier knows the call
 */
public record Voiding(VoidAnswer whole, Map<String, VoidAnswer> parcels, String transactionId) {
  public Voiding {
    parcels = Map.copyOf(parcels);
  }
}
