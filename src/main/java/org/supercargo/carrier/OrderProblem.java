package org.supercargo.carrier;

/**
 * What keeps a question or an order from being sent, found without asking the carrier.
 *
 * @param field where, such as {@code parcels[0].weight} or {@code to.address.postalCode}: names and
 *     positions, from 0, of the records here
 * @param words what is wrong, for people
 */
public record OrderProblem(String field, String words) {}
