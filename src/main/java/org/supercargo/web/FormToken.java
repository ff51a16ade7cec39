package org.supercargo.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.supercargo.web.door.Forbidden;

/**
 * Proves that a form posted to a controller was made by a page of this session. Faces forms have
 * their view state for that; Krazo's own token ({@code mvc.csrf}) can be made inside a JAX-RS
 * request only, so a Faces page can't ask for it.
 */
@Named
@SessionScoped
public class FormToken implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BYTES = 32;

  private final String value = random();

  public String getValue() {
    return value;
  }

  /**
   * Lets only this session's own forms pass.
   *
   * @throws Forbidden for any other
   */
  public void require(@Nullable String sent) {
    if (sent == null || !MessageDigest.isEqual(bytes(sent), bytes(value))) {
      throw new Forbidden("A form of another session");
    }
  }

  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
