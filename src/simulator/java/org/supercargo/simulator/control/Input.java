package org.supercargo.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;

/**
 * Reads what was sent, strictly: an unknown field is a typing mistake that would otherwise pass for
 * a setting.
 */
final class Input {
  private Input() {}

  static <T> T one(Request request, Class<T> type) {
    return convert(parse(request), type);
  }

  /** An object, or an array of them. */
  static <T> List<T> several(Request request, Class<T> type) {
    JsonNode json = parse(request);
    List<T> several = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(element -> several.add(convert(element, type)));
    } else {
      several.add(convert(json, type));
    }
    return several;
  }

  static <T> T require(T value, String name) {
    if (value == null || value.equals("")) {
      throw ControlProblem.bad("the field " + name + " is missing");
    }
    return value;
  }

  static void between(String name, Number value, long least, long most) {
    if (value != null && (value.longValue() < least || value.longValue() > most)) {
      throw ControlProblem.bad(name + " must be between " + least + " and " + most);
    }
  }

  private static JsonNode parse(Request request) {
    try {
      return Json.MAPPER.readTree(request.body());
    } catch (JsonProcessingException e) {
      throw ControlProblem.bad("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  private static <T> T convert(JsonNode json, Class<T> type) {
    if (!json.isObject()) {
      throw ControlProblem.bad("the body must be a JSON object");
    }
    try {
      return Json.MAPPER.treeToValue(json, type);
    } catch (UnrecognizedPropertyException e) {
      throw ControlProblem.bad("unknown field " + e.getPropertyName() + "; known: " + known(e));
    } catch (JsonMappingException e) {
      throw ControlProblem.bad("the field " + path(e) + " has a value of the wrong type");
    } catch (JsonProcessingException e) {
      throw ControlProblem.bad(String.valueOf(e.getOriginalMessage()));
    }
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
