package org.supercargo.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a trip's end from the redirect to the page that shows it, once. */
@SessionScoped
public class Returned implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Note note;

  public void keep(Note note) {
    this.note = note;
  }

  public Optional<Note> take() {
    Note taken = note;
    note = null;
    return Optional.ofNullable(taken);
  }
}
