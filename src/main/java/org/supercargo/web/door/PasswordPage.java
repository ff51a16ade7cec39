package org.supercargo.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.PasswordAnswer;
import org.supercargo.access.PasswordProblem;
import org.supercargo.access.People;
import org.supercargo.access.SignedIn;

/** Changing one's own password, of one's own will or because it was made by another. */
@Named
@RequestScoped
public class PasswordPage {
  @Inject private People people;
  @Inject private CurrentPerson person;
  @Inject private HttpServletRequest request;
  @Inject private FacesContext faces;
  @Inject private Words words;

  private @Nullable String present;
  private @Nullable String chosen;
  private @Nullable String again;

  public boolean isForced() {
    return person.signedIn().mustChangePassword();
  }

  public void change() throws IOException {
    String wanted = Objects.requireNonNullElse(chosen, "");
    if (!wanted.equals(again)) {
      tell("password:again", "password.different");
      return;
    }
    String known = Objects.requireNonNullElse(present, "");
    switch (people.changePassword(person.signedIn(), known, wanted, person.actor())) {
      case PasswordAnswer.Changed changed -> done(changed.person());
      case PasswordAnswer.NotTaken no -> tell(field(no.problem()), "password." + no.problem());
    }
  }

  private void done(SignedIn renewed) throws IOException {
    Visit.begins(request, renewed);
    ExternalContext external = faces.getExternalContext();
    external.getFlash().setKeepMessages(true);
    words.tell(FacesMessage.SEVERITY_INFO, "password.changed");
    external.redirect(Destination.take(request));
  }

  private void tell(String field, String key) {
    words.tellAt(field, FacesMessage.SEVERITY_ERROR, key);
  }

  private static String field(PasswordProblem problem) {
    return switch (problem) {
      case PRESENT_WRONG, TOO_OFTEN -> "password:present";
      case TOO_SHORT, TOO_LONG, LIKE_THE_NAME, COMMON, UNCHANGED -> "password:chosen";
    };
  }

  public @Nullable String getPresent() {
    return null;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }

  public @Nullable String getChosen() {
    return null;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = chosen;
  }

  public @Nullable String getAgain() {
    return null;
  }

  public void setAgain(@Nullable String again) {
    this.again = again;
  }
}
