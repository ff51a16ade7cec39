package org.supercargo.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.PickupKind;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.ReturnService;
import org.supercargo.shipping.AccountDefaults;

/**
 * What would it cost?
 *
 * @param account the id of the carrier account that would ship; null takes the location's
 * @param location the id or name of where it ships from, in place of account and from
 * @param from where the parcels are collected; null when it is the location's or account's address
 * @param service the code of one service; null asks for all
 * @param pickup when the parcels are ready, by the clock at their place
 * @param returns how somebody who sends it back, named by from, gets the label
 * @param wishedBy the day by which it has to be there, by the destination's calendar
 */
public record RateRequest(
    @Nullable Long account,
    @Nullable String location,
    @Nullable Party from,
    Party to,
    List<ParcelWish> parcels,
    @Nullable String service,
    boolean saturdayDelivery,
    @Nullable DeliveryConfirmation confirmation,
    @Nullable Money goodsValue,
    boolean documents,
    @Nullable PickupKind pickupKind,
    @Nullable LocalDateTime pickup,
    @Nullable ReturnService returns,
    @Nullable LocalDate wishedBy) {

  RateQuestion question(
      String accountNumber, Party shipper, @Nullable Party collected, AccountDefaults usual) {
    Consignment consignment =
        new Consignment(
            accountNumber,
            shipper,
            collected,
            to,
            ParcelWish.parcels(parcels, usual),
            saturdayDelivery,
            confirmation,
            goodsValue);
    return new RateQuestion(consignment, service, documents, pickupKind, pickup, returns);
  }
}
