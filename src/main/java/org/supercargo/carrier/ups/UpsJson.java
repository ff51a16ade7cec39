package org.supercargo.carrier.ups;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads UPS's JSON the way UPS writes it: repeatable elements come as a lone object or an array,
 * nothing comes as {@code ""}, numbers come as strings. Whatever is not there is simply missing.
 */
record UpsJson(JsonNode node) {
  /** A label is one text, and may be larger than what Jackson takes for an attack. */
  private static final StreamReadConstraints LONG_TEXTS =
      StreamReadConstraints.builder().maxStringLength(64 << 20).build();

  /** Jackson would keep its buffers for the next text, and what was read in them: tokens. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(LONG_TEXTS)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY).enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  /** What is not JSON is missing, like everything below it. */
  static UpsJson read(byte[] body) {
    try {
      return new UpsJson(MAPPER.readTree(body));
    } catch (IOException notJson) {
      return new UpsJson(MissingNode.getInstance());
    }
  }

  /** The first one, where there are several. */
  UpsJson at(String name) {
    JsonNode found = node.path(name);
    return new UpsJson(found.isArray() ? found.path(0) : found);
  }

  List<UpsJson> list(String name) {
    JsonNode found = node.path(name);
    if (found.isArray()) {
      return StreamSupport.stream(found.spliterator(), false).map(UpsJson::new).toList();
    }
    return found.isObject() ? List.of(new UpsJson(found)) : List.of();
  }

  Optional<String> text(String name) {
    JsonNode found = at(name).node();
    return found.isValueNode() && !found.isNull()
        ? Optional.of(found.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** Whether the field is there, be it as {@code ""}: that is how UPS says yes. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  boolean isObject() {
    return node.isObject();
  }
}
