package org.supercargo.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A line of text: no more than {@code max} code points, and nothing that steers a terminal. */
@Constraint(validatedBy = Text.Check.class)
@Target(FIELD)
@Retention(RUNTIME)
public @interface Text {
  int max();

  String message() default "characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /**
   * Jakarta Validation's {@code Size} counts UTF-16 units, so that a name with emoji is too long.
   */
  final class Check implements ConstraintValidator<Text, String> {
    private int max;

    @Override
    public void initialize(Text text) {
      max = text.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      if (value.codePointCount(0, value.length()) > max) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("tooLong").addConstraintViolation();
        return false;
      }
      return value.codePoints().noneMatch(Check::isForbidden);
    }

    /** Controls, line breaks, half surrogate pairs, and marks that reverse the text after them. */
    private static boolean isForbidden(int character) {
      return switch (Character.getType(character)) {
        case Character.CONTROL,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default ->
            (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
      };
    }
  }
}
