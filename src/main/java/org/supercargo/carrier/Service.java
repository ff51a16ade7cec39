package org.supercargo.carrier;

/**
 * A carrier's product, such as <i>Ground</i>.
 *
 * @param code the carrier's; the same code may be another product elsewhere
 * @param name the product's name where the parcels come from
 */
public record Service(String code, String name) {}
