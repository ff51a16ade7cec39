package org.supercargo.carrier;

/**
 * A carrier's own words, to be shown beside ours.
 *
 * @param code the carrier's code, or {@code ""} when it gave none
 * @param text the carrier's text, cut to 500 characters, never holding a secret
 */
public record CarrierMessage(String code, String text) {}
