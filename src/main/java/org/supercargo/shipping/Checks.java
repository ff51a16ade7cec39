package org.supercargo.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.ShipmentOrder;

/** What can be found wrong here, before the carrier's own rules are asked. */
final class Checks {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private Checks() {}

  static List<OrderProblem> account(Consignor from, Consignment consignment) {
    return consignment.accountNumber().equals(from.number())
        ? List.of()
        : List.of(
            new OrderProblem(
                "consignment.accountNumber", "is not the number of the chosen account"));
  }

  static List<OrderProblem> order(Consignor from, ShipmentOrder order, CarrierShipping socket) {
    List<OrderProblem> problems = new ArrayList<>(account(from, order.consignment()));
    if (order.references().size() > 1) {
      problems.add(
          new OrderProblem("references[1]", "one reference at most: the other one is our own"));
    }
    if (problems.isEmpty()) {
      problems.addAll(socket.problems(order));
    }
    return problems;
  }

  static List<OrderProblem> key(String key) {
    return KEY.matcher(key).matches()
        ? List.of()
        : List.of(new OrderProblem("key", "1 to 255 visible ASCII characters are needed"));
  }
}
