package org.supercargo.simulator.control;

import java.util.Map;
import org.supercargo.simulator.http.Answer;

/** What was wrong with a request to the control interface, in words for its author. */
final class ControlProblem extends RuntimeException {
  private final int status;

  ControlProblem(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static ControlProblem bad(String message) {
    return new ControlProblem(400, message);
  }

  Answer answer() {
    return Answer.json(status, Map.of("error", String.valueOf(getMessage())));
  }
}
