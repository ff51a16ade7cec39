package org.supercargo.carrier;

/**
 * What keeps a question or an order from being sent, found without asking the carrier.
 *
 * @param field where, such as {@code consignment.parcels[0].weight}: names and positions, from 0,
 *     of the records here
 * @param words what is wrong, for people, to be read behind the field's name: <i>is missing</i>
 */
public record OrderProblem(String field, String words) {}
