package org.supercargo.shipping.batch;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Party;
import org.supercargo.shipping.AccountDefaults;

/**
 * An account that a row ships on.
 *
 * @param from where the parcels are collected; null when it is the shipper's own address
 * @param usual what holds where the row says nothing
 */
record Sender(
    long account, String number, Party shipper, @Nullable Party from, AccountDefaults usual) {
  Sender from(Party there) {
    return new Sender(account, number, shipper, there, usual);
  }

  /** The country that services are chosen by. */
  String origin() {
    return (from == null ? shipper : from).address().country();
  }

  /** The format is the file's: its labels are printed together. */
  LabelWish label(DocumentFormat format) {
    return new LabelWish(format, usual.stockInches());
  }
}
