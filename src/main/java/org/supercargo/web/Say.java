package org.supercargo.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;

/** Puts a sentence of the bundle on the page, with the carrier's own words below it. */
final class Say {
  private static final String BUNDLE = "org.supercargo.web.messages";

  private Say() {}

  static ResourceBundle words(FacesContext faces) {
    return ResourceBundle.getBundle(BUNDLE, faces.getViewRoot().getLocale());
  }

  static void it(Severity severity, String key, @Nullable Object... words) {
    at(null, severity, key, words);
  }

  /** Beside one component. */
  static void at(
      @Nullable String client, Severity severity, String key, @Nullable Object... words) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = format(faces, key, words);
    faces.addMessage(client, new FacesMessage(severity, text, text));
  }

  static void with(CarrierMessage said, Severity severity, String key, @Nullable Object... words) {
    FacesContext faces = FacesContext.getCurrentInstance();
    // Without a code the words are ours about the carrier, not its own.
    String carrier =
        said.code().isBlank()
            ? said.text()
            : said.text().contains(words(faces).getString("layout.says"))
                ? said.text() + " " + said.code()
                : format(faces, "layout.said", said.text(), said.code());
    faces.addMessage(null, new FacesMessage(severity, format(faces, key, words), carrier));
  }

  private static String format(FacesContext faces, String key, @Nullable Object... words) {
    return new MessageFormat(words(faces).getString(key), faces.getViewRoot().getLocale())
        .format(words);
  }
}
