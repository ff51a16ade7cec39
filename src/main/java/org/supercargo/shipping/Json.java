package org.supercargo.shipping;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;

/**
 * The carrier's words as text, for columns. What is equal has the same text; a part that is not
 * there leaves none, so that a new one changes no old fingerprint.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .addMixIn(Billing.class, Named.class)
          .addMixIn(Document.class, Paper.class)
          .build();

  static {
    for (Class<?> payer : Billing.class.getPermittedSubclasses()) {
      MAPPER.registerSubtypes(new NamedType(payer, payer.getSimpleName()));
    }
  }

  private Json() {}

  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible.getOriginalMessage());
    }
  }

  /**
   * Reads what was written by {@link #of}.
   *
   * @throws IllegalStateException when it is not one; never repeats the text
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException altered) {
      throw new IllegalStateException("a column holds no " + type.getSimpleName());
    }
  }

  /**
   * What one field holds in each element of a list, without reading the rest: for lists of many.
   * Empty where there is no such list.
   */
  static List<String> texts(String text, String list, String field) {
    try {
      return MAPPER.readTree(text).path(list).findValuesAsText(field);
    } catch (JsonProcessingException altered) {
      throw new IllegalStateException("a column holds no JSON");
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "payer")
  private interface Named {}

  private abstract static class Paper {
    /** Only its annotations are read. */
    @SuppressWarnings("UnusedVariable")
    @JsonCreator
    Paper(
        @JsonProperty("name") String name,
        @JsonProperty("format") DocumentFormat format,
        @JsonProperty("bytes") byte[] bytes) {}
  }
}
