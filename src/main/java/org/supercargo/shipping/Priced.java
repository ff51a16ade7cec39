package org.supercargo.shipping;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Weight;

/** What the carrier told of a shipment beside its numbers and papers, as it is stored. */
record Priced(
    @Nullable Charges published,
    @Nullable Charges negotiated,
    @Nullable Weight billingWeight,
    List<CarrierMessage> notices,
    @Nullable URI labelLink) {
  static final Priced NOTHING = new Priced(null, null, null, List.of(), null);

  Priced {
    notices = List.copyOf(notices);
  }

  Priced withoutLink() {
    return new Priced(published, negotiated, billingWeight, notices, null);
  }

  /** Without what it is made of. */
  Priced totals() {
    String told = "The carrier told more of the price than can be kept.";
    return new Priced(
        total(published),
        total(negotiated),
        billingWeight,
        List.of(new CarrierMessage("", told)),
        null);
  }

  private static @Nullable Charges total(@Nullable Charges all) {
    return all == null
        ? null
        : new Charges(
            all.total(),
            all.base(),
            all.transportation(),
            all.options(),
            List.of(),
            List.of(),
            all.totalWithTaxes());
  }

  static Priced of(Booking booking) {
    return new Priced(
        booking.published(),
        booking.negotiated(),
        booking.billingWeight(),
        booking.notices(),
        booking.labelLink());
  }
}
