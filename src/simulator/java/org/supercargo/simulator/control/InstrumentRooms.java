package org.supercargo.simulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Call;
import org.supercargo.simulator.http.Calls;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.state.PreparedAnswer;
import org.supercargo.simulator.state.PreparedAnswers;

/** The test instruments: prepared answers and the book of calls. */
final class InstrumentRooms {
  private final List<String> operations;
  private final PreparedAnswers prepared;
  private final Calls calls;

  InstrumentRooms(List<String> operations, PreparedAnswers prepared, Calls calls) {
    this.operations = operations;
    this.prepared = prepared;
    this.calls = calls;
  }

  Map<String, Room> rooms() {
    return Map.of(
        "GET /control/answers", request -> pending(),
        "POST /control/answers", this::prepare,
        "DELETE /control/answers",
            request -> {
              prepared.clear();
              return pending();
            },
        "GET /control/calls", this::calls,
        "DELETE /control/calls",
            request -> {
              calls.clear();
              return calls(request);
            });
  }

  private Answer prepare(Request request) {
    prepared.addAll(
        Input.several(request, AnswerInput.class).stream()
            .map(input -> input.checked(operations))
            .toList());
    return pending();
  }

  private Answer pending() {
    return Answer.json(
        200, Map.of("pending", prepared.pending().stream().map(InstrumentRooms::told).toList()));
  }

  private static Map<String, Object> told(PreparedAnswer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operation", answer.operation());
    json.put("times", answer.times());
    json.put("delayMillis", answer.delayMillis());
    json.put("delayAfterMillis", answer.delayAfterMillis());
    json.put("status", answer.status().orElse(null));
    json.put("headers", answer.headers());
    json.put("body", answer.body().orElse(null));
    json.put("cut", answer.cut().map(PreparedAnswer.Cut::word).orElse(null));
    json.put("afterWork", answer.afterWork());
    return json;
  }

  private Answer calls(Request request) {
    Optional<String> operation = request.query().value("operation");
    operation.ifPresent(name -> AnswerInput.known(name, operations));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operation", operation.orElse(null));
    json.put("count", calls.count(operation));
    json.put("calls", calls.last(operation).stream().map(Call::asJson).toList());
    return Answer.json(200, json);
  }
}
