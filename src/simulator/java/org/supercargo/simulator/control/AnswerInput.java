package org.supercargo.simulator.control;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.supercargo.simulator.state.PreparedAnswer;
import org.supercargo.simulator.state.PreparedAnswer.Cut;

/** A prepared answer as it is sent in; everything but the operation may be left out. */
record AnswerInput(
    String operation,
    Integer times,
    Long delayMillis,
    Long delayAfterMillis,
    Integer status,
    Map<String, String> headers,
    String body,
    String cut,
    Boolean afterWork) {

  private static final String HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
  private static final String HEADER_VALUE = "[\\t\\x20-\\x7e]*";
  private static final long LONGEST_DELAY = 600_000;

  PreparedAnswer checked(Collection<String> operations) {
    known(Input.require(operation, "operation"), operations);
    Input.between("times", times, 1, 1_000_000);
    Input.between("delayMillis", delayMillis, 0, LONGEST_DELAY);
    Input.between("delayAfterMillis", delayAfterMillis, 0, LONGEST_DELAY);
    Input.between("status", status, 200, 599);
    PreparedAnswer answer =
        new PreparedAnswer(
            operation,
            times == null ? 1 : times,
            delayMillis == null ? 0 : delayMillis,
            delayAfterMillis == null ? 0 : delayAfterMillis,
            Optional.ofNullable(status),
            checkedHeaders(),
            Optional.ofNullable(body),
            Optional.ofNullable(cut).map(AnswerInput::cut),
            afterWork != null && afterWork);
    checkSense(answer);
    return answer;
  }

  private static void checkSense(PreparedAnswer answer) {
    if (answer.cut().isPresent() && answer.replacesTheWork()) {
      throw ControlProblem.bad("a cut call gets no answer: leave out status, headers and body");
    }
    if (answer.afterWork() && !answer.replacesTheWork()) {
      throw ControlProblem.bad("afterWork goes with status, headers or body");
    }
    boolean slow = answer.delayMillis() > 0 || answer.delayAfterMillis() > 0;
    if (answer.cut().isEmpty() && !answer.replacesTheWork() && !slow) {
      throw ControlProblem.bad(
          "nothing to do: give delayMillis, delayAfterMillis, status, headers, body or cut");
    }
  }

  static void known(String operation, Collection<String> operations) {
    if (!operations.contains(operation)) {
      throw ControlProblem.bad(
          "unknown operation " + operation + "; known: " + String.join(", ", operations));
    }
  }

  /**
   * Those of the framing are the server's own, so that a recorded answer can be pasted as it is.
   */
  private Map<String, String> checkedHeaders() {
    Map<String, String> checked = new TreeMap<>();
    if (headers != null) {
      headers.forEach(
          (name, value) -> {
            if (value == null || !name.matches(HEADER_NAME) || !value.matches(HEADER_VALUE)) {
              throw ControlProblem.bad("the header " + name + " can't be sent");
            }
            if (!name.toLowerCase(Locale.ROOT).matches("content-length|transfer-encoding")) {
              checked.put(name, value);
            }
          });
    }
    return checked;
  }

  private static Cut cut(String text) {
    return switch (text) {
      case "before" -> Cut.BEFORE;
      case "after" -> Cut.AFTER;
      default -> throw ControlProblem.bad("cut must be before or after, not " + text);
    };
  }
}
