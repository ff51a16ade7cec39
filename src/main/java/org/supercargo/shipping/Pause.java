package org.supercargo.shipping;

import java.time.Duration;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;

/** Waiting for somebody else's answer. */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unavailable(new CarrierMessage("", "The server stops."));
    }
  }
}
