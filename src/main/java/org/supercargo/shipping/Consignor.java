package org.supercargo.shipping;

import org.supercargo.carrier.Party;

/** What Shipping has to know of an account. */
record Consignor(long account, String carrier, String number, boolean negotiated, Party shipper) {}
