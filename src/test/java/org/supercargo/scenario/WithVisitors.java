package org.supercargo.scenario;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scenario: the deployed application, the simulated UPS, and people at real browsers. */
@Tag("scenario")
@ExtendWith(Evidence.class)
public abstract class WithVisitors {
  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeEach
  void startFresh() {
    installation().forgetsItsAccounts();
  }

  @AfterEach
  void goHome() {
    visitors.forEach(Visitor::close);
    visitors.clear();
  }

  protected abstract Installation installation();

  protected final Ups ups() {
    return installation().ups();
  }

  /** A new person with a browser of their own. */
  protected final Visitor visitor() {
    return welcome(Visitor.of(installation()));
  }

  /** Somebody who manages accounts, signed in with a browser of their own; no page is open yet. */
  final Administrator administrator() {
    return Administrator.at(visitor()).hasSignedIn();
  }

  /** Somebody who ships, with an account of alice's; no page is open yet. */
  final Shipper shipper() {
    return Shipper.at(administrator().hasConnected("alice", "A1B2C3").browser());
  }

  /** Keeps what a visitor saw as evidence when the test fails, and sees them off at its end. */
  protected final Visitor welcome(Visitor visitor) {
    visitors.add(visitor);
    return visitor;
  }

  final List<Visitor> visitors() {
    return visitors;
  }
}
