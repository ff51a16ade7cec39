package org.supercargo.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON element read the way UPS reads it: unknown fields are passed over, a lone object counts as
 * a list of one.
 */
public record Fields(JsonNode node) {

  public Fields at(String name) {
    JsonNode child = node.get(name);
    return new Fields(child == null || child.isNull() ? MissingNode.getInstance() : child);
  }

  /** Present in any form: UPS's indicators say yes by being there, usually as an empty text. */
  public boolean isPresent() {
    return !node.isMissingNode();
  }

  /** A text that is not blank. Numbers are no texts: UPS's classic APIs want strings. */
  public Optional<String> text(String name) {
    JsonNode child = node.get(name);
    return child != null && child.isTextual() && !child.textValue().isBlank()
        ? Optional.of(child.textValue().strip())
        : Optional.empty();
  }

  public List<Fields> list(String name) {
    JsonNode child = at(name).node();
    List<Fields> list = new ArrayList<>();
    if (child.isArray()) {
      child.forEach(element -> list.add(new Fields(element)));
    } else if (!child.isMissingNode()) {
      list.add(new Fields(child));
    }
    return list;
  }
}
