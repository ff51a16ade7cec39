package org.supercargo.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The message bundle, for beans. */
@ApplicationScoped
public class Words {
  /** The words of a key, with {@code {0}}… filled in. */
  public String of(String key, @Nullable Object... parts) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle bundle = faces.getApplication().getResourceBundle(faces, "msg");
    return new MessageFormat(bundle.getString(key), faces.getViewRoot().getLocale()).format(parts);
  }

  /** Shows the words in the page's messages. */
  public void tell(FacesMessage.Severity severity, String key, @Nullable Object... parts) {
    tellAt(null, severity, key, parts);
  }

  /** Shows the words at one field. */
  public void tellAt(
      @Nullable String field,
      FacesMessage.Severity severity,
      String key,
      @Nullable Object... parts) {
    FacesContext.getCurrentInstance()
        .addMessage(field, new FacesMessage(severity, of(key, parts), null));
  }
}
