package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.custody.KeyState;
import org.supercargo.custody.KeyView;
import org.supercargo.custody.MasterKeys;
import org.supercargo.custody.Rotation;
import org.supercargo.custody.RotationAnswer;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** Keys: which there are, how far the rotation is, and a new one. */
@Named
@ViewScoped
public class KeysPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MasterKeys keys;
  @Inject private CurrentPerson person;

  private transient @Nullable List<KeyView> all;
  private transient @Nullable Rotation rotation;

  @PostConstruct
  @AllowedTo({Role.ADMIN, Role.AUDITOR})
  void open() {
    person.require(Role.ADMIN, Role.AUDITOR);
  }

  @AllowedTo(Role.ADMIN)
  public void rotate() {
    RotationAnswer answer = keys.rotate(person.actor());
    boolean begun = answer == RotationAnswer.BEGUN;
    Say.it(begun ? SEVERITY_INFO : SEVERITY_WARN, "keys.answer." + answer);
    refresh();
  }

  public void refresh() {
    all = null;
    rotation = null;
  }

  public List<KeyView> getAll() {
    if (all == null) {
      all = keys.all();
    }
    return all;
  }

  public Rotation getRotation() {
    if (rotation == null) {
      rotation = keys.rotation();
    }
    return rotation;
  }

  /** Nothing changes by itself: no need to look again and again. */
  public boolean isQuiet() {
    return getRotation().isDone()
        && getAll().stream().noneMatch(key -> key.state() == KeyState.SPREADING);
  }

  public String names(KeyView key) {
    return String.join(", ", key.missingOn());
  }

  public @Nullable String getProblem() {
    return keys.problem().orElse(null);
  }
}
