package org.supercargo.alert;

/**
 * An e-mail that this node has to send.
 *
 * @param fence whose turn it is
 * @param trial the first is 1
 * @param name unique to this e-mail and the same at every trial
 */
record Outgoing(long mail, long fence, int trial, String name, String address, Letter letter) {}
