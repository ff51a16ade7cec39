package org.supercargo.web;

import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;

/** An input whose text could be taken, and is wrong all the same. */
public final class Mistake {
  private Mistake() {}

  /** PrimeFaces shows what was submitted in an invalid input, and nothing once that was taken. */
  public static void mark(UIInput input) {
    input.setValid(false);
    if (input.getValue() instanceof String text) {
      input.setSubmittedValue(submitted(input, text));
    }
  }

  @SuppressWarnings("unchecked")
  private static String submitted(UIInput input, String text) {
    Converter<Object> converter = input.getConverter();
    return converter == null
        ? text
        : converter.getAsString(FacesContext.getCurrentInstance(), input, text);
  }
}
