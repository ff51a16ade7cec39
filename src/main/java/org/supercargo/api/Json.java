package org.supercargo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.api.Problem.FieldError;

/**
 * How this API writes and reads JSON: strictly. A field that nobody knows is an error and no typing
 * mistake that goes unnoticed; what is not known is left out of answers.
 */
final class Json {
  private static final int DEEPEST = 40;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new Words())
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new Words.Required(), new JacksonAnnotationIntrospector()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  /**
   * Reads a body; null when there is none, or it says so.
   *
   * @throws Refusal 400 when it is no JSON, 422 when it is other JSON than wanted
   */
  static @Nullable Object read(byte[] body, Type type) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      return null;
    }
    try {
      return MAPPER.readerFor(MAPPER.constructType(type)).readValue(body);
    } catch (JsonMappingException other) {
      throw other.getCause() instanceof JsonProcessingException broken && isNoJson(broken)
          ? malformed(broken)
          : Refusal.invalid(List.of(new FieldError(pointer(other), said(other))));
    } catch (IOException broken) {
      throw malformed(broken);
    }
  }

  /** A number too large for its field is JSON all the same. */
  private static boolean isNoJson(JsonProcessingException cause) {
    return cause instanceof JsonParseException || cause instanceof StreamConstraintsException;
  }

  private static Refusal malformed(IOException broken) {
    String where =
        broken instanceof JsonProcessingException at && at.getLocation() != null
            ? " at line %d, column %d"
                .formatted(at.getLocation().getLineNr(), at.getLocation().getColumnNr())
            : "";
    return Refusal.malformed("The body is no JSON as RFC 8259 has it" + where + ".");
  }

  private static String pointer(JsonMappingException other) {
    return other.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /** The library's own words name our classes. */
  private static String said(JsonMappingException other) {
    return other instanceof UnrecognizedPropertyException
        ? "There is no such field."
        : "This is not what belongs here.";
  }
}
