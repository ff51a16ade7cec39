package org.supercargo.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.api.Problem.FieldError;
import org.supercargo.carrier.OrderProblem;

/** What is wrong with a question or an order, told where it stands in the caller's body. */
final class Wrong {
  private Wrong() {}

  /** A request without a body has none that could be read. */
  static <T> T unlessThere(@Nullable T body) {
    if (body == null) {
      throw Refusal.malformed("A JSON body is needed.");
    }
    return body;
  }

  static void none(List<OrderProblem> problems) {
    if (!problems.isEmpty()) {
      throw refusal(problems);
    }
  }

  static Refusal refusal(List<OrderProblem> problems) {
    return Refusal.invalid(
        problems.stream()
            .map(problem -> new FieldError(pointer(problem.field()), problem.words()))
            .toList());
  }

  /** From {@code consignment.parcels[0].weight} to {@code /parcels/0/weight}. */
  static String pointer(String field) {
    String path =
        field
            .replaceFirst("^consignment\\.", "")
            .replaceFirst("^references\\[\\d+]", "reference")
            .replaceAll("\\[(\\d+)]", ".$1")
            .replace('.', '/');
    return path.isEmpty() ? "" : "/" + path;
  }
}
