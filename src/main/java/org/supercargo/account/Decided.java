package org.supercargo.account;

import org.supercargo.carrier.Proof;

/** What was submitted, and what the carrier said to it. */
record Decided(Submission submitted, Proof proof) {}
