package org.supercargo.api;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierMessage;

/**
 * What the carrier said, and what to make of it.
 *
 * @param code the carrier's; empty when it gave none
 * @param text the carrier's
 * @param who has to act
 */
public record CarrierJson(
    String code,
    String text,
    @Nullable String what,
    @Nullable String why,
    @Nullable String todo,
    Advice.@Nullable Who who,
    @Nullable Boolean retryHelps) {
  static CarrierJson of(CarrierMessage said) {
    return new CarrierJson(said.code(), said.text(), null, null, null, null, null);
  }

  CarrierJson with(Advice advice) {
    return new CarrierJson(
        code, text, advice.what(), advice.why(), advice.todo(), advice.who(), advice.retryHelps());
  }
}
