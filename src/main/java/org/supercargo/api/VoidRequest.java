package org.supercargo.api;

import java.util.List;

/**
 * Which packages are to be taken back.
 *
 * @param trackingNumbers at least one; without a body the whole shipment is taken back
 */
public record VoidRequest(List<String> trackingNumbers) {}
