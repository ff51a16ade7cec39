package org.supercargo.carrier;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What would it cost, and when would it be there?
 *
 * @param service the code of the one service asked for; null asks for all that go there
 * @param documents papers only, which have no value for customs
 * @param pickup when the parcels are ready, by the clock at their place; null is now
 * @param returns how somebody who sends it back gets the label; null when it is no return
 */
public record RateQuestion(
    Consignment consignment,
    @Nullable String service,
    boolean documents,
    @Nullable PickupKind pickupKind,
    @Nullable LocalDateTime pickup,
    @Nullable ReturnService returns) {

  /** All services. */
  public static RateQuestion shop(Consignment consignment) {
    return new RateQuestion(consignment, null, false, null, null, null);
  }

  public static RateQuestion of(Consignment consignment, String service) {
    return new RateQuestion(consignment, service, false, null, null, null);
  }

  public RateQuestion returning(@Nullable ReturnService how) {
    return new RateQuestion(consignment, service, documents, pickupKind, pickup, how);
  }
}
