package org.supercargo.shipping.batch;

import org.supercargo.carrier.Party;

/** An account that a row ships on. */
record Sender(long account, String number, Party shipper) {}
