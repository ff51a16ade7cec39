package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.CarrierRates;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Rates;
import org.supercargo.shipping.gate.Lane;

/** Prices. */
@ApplicationScoped
class Quotes {
  @Inject Consignors consignors;
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;

  List<OrderProblem> problems(long account, RateQuestion question) {
    Consignor from = consignors.of(account);
    List<OrderProblem> own = Checks.account(from, question.consignment());
    return own.isEmpty() ? sockets.rates(from.carrier()).problems(question) : own;
  }

  Quote quote(long account, RateQuestion question, @Nullable LocalDate wished) {
    List<OrderProblem> problems = problems(account, question);
    if (!problems.isEmpty()) {
      throw Rejected.notSent(problems);
    }
    Consignor from = consignors.of(account);
    CarrierRates socket = sockets.rates(from.carrier());
    Rates rates =
        calls.again(
            account,
            Lane.RATE,
            credentials -> socket.rates(credentials, question, wires.about(account, null)));
    return quote(rates, from.negotiated(), wished);
  }

  static Quote quote(Rates rates, boolean negotiated, @Nullable LocalDate wished) {
    if (rates.rates().stream().anyMatch(rate -> !rate.price().isPositive())) {
      throw new Unavailable(new CarrierMessage("", "The carrier named a price of zero."));
    }
    Optional<Rate> inTime = wished == null ? Optional.empty() : rates.cheapestBy(wished);
    return new Quote(
        rates.byPrice(),
        rates.byArrival(),
        inTime.orElse(null),
        negotiated && rates.lacksNegotiated(),
        rates.notices(),
        rates.transactionId());
  }
}
