package org.supercargo.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.AccountView;
import org.supercargo.carrier.CarrierMessage;

/**
 * A carrier account as callers see it: no token, no person. Times are UTC.
 *
 * @param detail in the look at one account only
 */
public record AccountJson(@JsonUnwrapped Summary summary, @JsonUnwrapped @Nullable Detail detail) {

  /**
   * What lists show of it.
   *
   * @param connected whether it is proven and can be used
   * @param daysLeft whole days until the connection ends without use
   */
  public record Summary(
      long id,
      String carrier,
      String number,
      String nickname,
      String company,
      AccountStatus status,
      boolean connected,
      @Nullable Long daysLeft,
      @Nullable Instant usedAt) {}

  /**
   * What else is known.
   *
   * @param negotiatedRates whether the carrier granted them when it was proven
   * @param carrierSaid the carrier's last words when it did not confirm the number
   */
  public record Detail(
      String country,
      String postalCode,
      @Nullable Boolean negotiatedRates,
      @Nullable Instant connectedAt,
      @Nullable Instant verifiedAt,
      @Nullable Instant connectionEndsAt,
      @Nullable CarrierMessage carrierSaid) {}

  static AccountJson of(AccountRow row) {
    return new AccountJson(summary(row), null);
  }

  static AccountJson of(AccountView view) {
    return new AccountJson(
        summary(view.row()),
        new Detail(
            view.details().accountCountry(),
            view.details().accountPostalCode(),
            view.negotiatedRates(),
            view.connectedAt(),
            view.verifiedAt(),
            view.tokensDieAt(),
            view.said()));
  }

  private static Summary summary(AccountRow row) {
    return new Summary(
        row.id(),
        row.carrier(),
        row.number(),
        row.nickname(),
        row.company(),
        row.status(),
        row.oauth(),
        row.daysLeft(),
        row.usedAt());
  }
}
