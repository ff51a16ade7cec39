package org.supercargo.carrier.ups;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierTracking;
import org.supercargo.carrier.CarrierTrackingContract;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Fault;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.WireLog;
import org.supercargo.scenario.Ups;

class UpsTrackingContractTest extends CarrierTrackingContract {
  private static Ups ups;
  private final Wired wired = Wired.to(ups);
  private Credentials credentials;

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
    credentials = wired.credentialsOf(ups, "alice");
  }

  @AfterEach
  void close() {
    wired.close();
  }

  @Override
  protected CarrierTracking tracking() {
    return wired.tracking;
  }

  @Override
  protected Credentials credentials() {
    return credentials;
  }

  @Override
  protected Booking shipped() {
    return wired.shipping.ship(
        credentials,
        Goods.order(
            Goods.signed(
                Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5"), Goods.parcel("6")),
                DeliveryConfirmation.SIGNATURE),
            "03",
            REFERENCE,
            DocumentFormat.ZPL),
        WireLog.none());
  }

  @Override
  protected String account() {
    return "A1B2C3";
  }

  @Override
  protected void movesOnBy(Duration ahead) {
    ups.movesParcelsOnBy(ahead);
  }

  @Override
  protected void steers(String number, String fate) {
    ups.steers(number, fate);
  }

  @Override
  protected void takesBack(String number) {
    wired.shipping.voidShipment(credentials, VoidOrder.whole(number), WireLog.none());
  }

  @Override
  protected void goesWrong(Fault fault) {
    UpsFaults.happensTo(ups, "track", fault);
  }
}
