package org.supercargo.simulator.classic;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;

/** The wrapped body of a question, and the head of the answer that goes with it. */
public record Question(Fields fields) {

  /** Empty when the body is no JSON: each API has its own way to say so. */
  public static Optional<Question> parse(Request request, String wrapper) {
    if (!request.hasContentType("application/json")) {
      throw UpsProblem.badRequest("10001", "Invalid/Missing Content-Type Header");
    }
    try {
      return Optional.of(
          new Question(new Fields(Json.MAPPER.readTree(request.body())).at(wrapper)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public Fields at(String name) {
    return fields.at(name);
  }

  /** Without a TransactionReference UPS answers an empty text where an object is specified. */
  public Map<String, Object> success() {
    Fields reference = at("Request").at("TransactionReference");
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("ResponseStatus", Map.of("Code", "1", "Description", "Success"));
    response.put("TransactionReference", reference.isPresent() ? reference.node() : "");
    return response;
  }

  public Map<String, Object> success(Version version, List<?> alerts) {
    Map<String, Object> response = success();
    if (!alerts.isEmpty()) {
      response.put("Alert", version.repeatable(alerts));
    }
    return response;
  }
}
