package org.supercargo.scenario;

import org.junit.jupiter.api.BeforeEach;

/** A scenario of a program that may do everything, and of an account to ship with. */
abstract class InShippingApi extends InApi {
  Program all;
  long account;

  @BeforeEach
  final void connectsAnAccount() {
    all = program("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    administrator().hasConnected("alice", "A1B2C3");
    account = all.gets("/api/v1/accounts").json().at("/items/0/id").asLong();
  }
}
