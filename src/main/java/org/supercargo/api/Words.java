package org.supercargo.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Document;

/**
 * How the carrier-neutral words look as JSON. They are records, read and written as they are: what
 * a component does not call nullable has to be there.
 */
final class Words extends SimpleModule {
  private static final long serialVersionUID = 1L;

  Words() {
    super("words");
    addDeserializer(String.class, new TextReader());
    addDeserializer(BigDecimal.class, new DecimalReader());
    addSerializer(new DecimalWriter());
    addSerializer(new DocumentWriter());
    setMixInAnnotation(Billing.class, BillingForm.class);
  }

  /** Who pays is told by one word. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Billing.Shipper.class, name = "SHIPPER"),
    @JsonSubTypes.Type(value = Billing.Receiver.class, name = "RECEIVER"),
    @JsonSubTypes.Type(value = Billing.ThirdParty.class, name = "THIRD_PARTY")
  })
  private interface BillingForm {}

  /** Knows from the records themselves what may be missing. */
  static final class Required extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
      if (!(member instanceof AnnotatedParameter)) {
        return JsonSetter.Value.empty();
      }
      // No list has a hole.
      return JsonSetter.Value.construct(
          isRequired(member) ? Nulls.FAIL : Nulls.DEFAULT, Nulls.FAIL);
    }

    private static boolean isRequired(Annotated member) {
      if (!(member instanceof AnnotatedParameter parameter)) {
        return false;
      }
      RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
      if (components == null || parameter.getIndex() >= components.length) {
        return false;
      }
      RecordComponent component = components[parameter.getIndex()];
      return !component.getType().isPrimitive()
          && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }

  /** No text has what nobody can print and no database keeps, such as a NUL. */
  private static final class TextReader extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      return text.codePoints().noneMatch(TextReader::isOdd)
          ? text
          : (String) context.handleWeirdStringValue(String.class, text, "not printable");
    }

    private static boolean isOdd(int character) {
      return Character.isISOControl(character)
          ? character != '\n' && character != '\r' && character != '\t'
          : Character.getType(character) == Character.SURROGATE;
    }
  }

  /**
   * Decimals are strings, that no program rounds them; numbers are understood too. Without an
   * exponent: one of a billion would be a billion digits.
   */
  private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    DecimalReader() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
      return PLAIN.matcher(text).matches()
          ? new BigDecimal(text)
          : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "no decimal");
    }
  }

  private static final class DecimalWriter extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    DecimalWriter() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toPlainString());
    }
  }

  /** A picture or letter that comes inside of an answer. */
  private static final class DocumentWriter extends StdSerializer<Document> {
    private static final long serialVersionUID = 1L;

    DocumentWriter() {
      super(Document.class);
    }

    @Override
    public void serialize(Document document, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("name", document.name());
      out.writeStringField("mediaType", document.format().mediaType());
      out.writeBinaryField("data", document.bytes());
      out.writeEndObject();
    }
  }
}
