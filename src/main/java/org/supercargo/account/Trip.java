package org.supercargo.account;

import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;

/** Who goes to the consent pages, why, and with which browser. */
record Trip(Purpose why, Actor who, Secret browser) {}
