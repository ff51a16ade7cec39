package org.supercargo.simulator.state;

/**
 * An account number of a log-in. Country and postal code are told, never checked: Rating does not
 * ask for them.
 */
public record Account(String number, String country, String postalCode, boolean negotiatedRates) {}
