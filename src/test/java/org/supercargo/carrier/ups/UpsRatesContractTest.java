package org.supercargo.carrier.ups;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.carrier.CarrierRates;
import org.supercargo.carrier.CarrierRatesContract;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Fault;
import org.supercargo.scenario.Ups;

class UpsRatesContractTest extends CarrierRatesContract {
  private static Ups ups;
  private final Wired wired = Wired.to(ups);

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void calm() {
    ups.forgets();
  }

  @AfterEach
  void close() {
    wired.close();
  }

  @Override
  protected CarrierRates rates() {
    return wired.rates;
  }

  @Override
  protected Credentials credentials(String number) {
    return wired.credentialsOf(ups, number.equals(numberWithout()) ? "dave" : "alice");
  }

  @Override
  protected String numberWithNegotiatedRates() {
    return "A1B2C3";
  }

  @Override
  protected String numberWithout() {
    return "D4V300";
  }

  @Override
  protected String service() {
    return "03";
  }

  @Override
  protected void goesWrong(Fault fault) {
    UpsFaults.happensTo(ups, "rate", fault);
  }

  @Override
  protected long calls() {
    return ups.count("rate");
  }
}
