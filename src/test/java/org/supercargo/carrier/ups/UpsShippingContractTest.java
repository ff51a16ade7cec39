package org.supercargo.carrier.ups;

import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.CarrierShippingContract;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Fault;
import org.supercargo.scenario.Ups;

class UpsShippingContractTest extends CarrierShippingContract {
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
  protected CarrierShipping shipping() {
    return wired.shipping;
  }

  @Override
  protected Credentials credentials() {
    return wired.credentialsOf(ups, "alice");
  }

  @Override
  protected String account() {
    return "A1B2C3";
  }

  @Override
  protected String accountOfSomebodyElse() {
    return "4E5F6G";
  }

  @Override
  protected String domesticService() {
    return "03";
  }

  @Override
  protected String serviceAbroad() {
    return "11";
  }

  @Override
  protected void goesWrong(String operation, Fault fault) {
    UpsFaults.happensTo(ups, operation, fault);
  }

  @Override
  protected void carriesOutButSays(int status, String body) {
    ups.saysAfterWork("ship", status, body);
  }

  @Override
  protected void handsOver() {
    ups.movesParcelsOnBy(Duration.ofDays(5));
  }

  @Override
  protected int booked(String reference) {
    return (int)
        StreamSupport.stream(ups.shipments(reference).get("shipments").spliterator(), false)
            .filter(shipment -> !shipment.get("voided").asBoolean())
            .count();
  }

  @Override
  protected long calls() {
    return ups.count("ship");
  }
}
