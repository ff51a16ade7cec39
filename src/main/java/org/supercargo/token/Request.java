package org.supercargo.token;

/**
 * One request to the carrier for a new pair.
 *
 * @param generation of the pair that it spends
 * @param fence tells which of two was sent later
 */
record Request(long grant, int generation, long fence) {}
