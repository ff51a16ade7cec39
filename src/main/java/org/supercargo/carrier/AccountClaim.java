package org.supercargo.carrier;

/**
 * An account number to be proven, with the address it ships from.
 *
 * @param number normalised
 */
public record AccountClaim(String number, Address address) {}
