package org.supercargo.account;

/**
 * A number that was deleted and is connected again.
 *
 * @param deleted the id of the account that is no more
 * @param heir the id of the account that the carrier can be asked with now
 */
public record Succession(long deleted, long heir) {}
