package org.supercargo.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed before the consent ran out, kept over the second trip to the carrier. */
@SessionScoped
public class Draft implements Serializable {
  private static final long serialVersionUID = 1L;

  private HashMap<String, @Nullable String> typed = new HashMap<>();

  public void keep(Map<String, @Nullable String> typed) {
    this.typed = new HashMap<>(typed);
  }

  public Map<String, @Nullable String> take() {
    Map<String, @Nullable String> taken = typed;
    typed = new HashMap<>();
    return taken;
  }
}
