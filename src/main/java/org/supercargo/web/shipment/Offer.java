package org.supercargo.web.shipment;

import org.supercargo.carrier.Rate;

/**
 * One rate beside the others.
 *
 * @param cheapest of all
 * @param fastest of all
 * @param inTime the cheapest that arrives by the wished day
 */
public record Offer(Rate rate, boolean cheapest, boolean fastest, boolean inTime) {}
