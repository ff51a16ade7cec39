package org.supercargo.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.ClientAddress;
import org.supercargo.access.SignIn;
import org.supercargo.access.SignInAnswer;
import org.supercargo.access.SignedIn;

/** Name and password. */
@Named
@RequestScoped
public class SignInPage {
  @Inject private SignIn signIn;
  @Inject private HttpServletRequest request;
  @Inject private ClientAddress address;
  @Inject private CurrentPerson person;
  @Inject private Words words;
  @Inject private FacesContext faces;
  @Inject private Clock clock;

  private @Nullable String name;
  private @Nullable String password;

  /** Whoever is signed in has nothing to do here. */
  public void arrive() throws IOException {
    if (person.isSignedIn()) {
      go(Destination.take(request));
    }
  }

  public void signIn() throws IOException {
    String typedName = Objects.requireNonNullElse(name, "");
    String typedPassword = Objects.requireNonNullElse(password, "");
    switch (signIn.attempt(typedName, typedPassword, address.of(request))) {
      case SignInAnswer.Welcome welcome -> {
        Visit.begins(request, welcome.person());
        go(destination(welcome.person()));
      }
      case SignInAnswer.Wrong wrong -> words.tell(FacesMessage.SEVERITY_ERROR, "sign-in.wrong");
      case SignInAnswer.Wait wait ->
          words.tell(FacesMessage.SEVERITY_ERROR, "sign-in.wait", minutes(wait.until()));
    }
  }

  private String destination(SignedIn person) {
    return person.mustChangePassword()
        ? request.getContextPath() + Door.PASSWORD
        : Destination.take(request);
  }

  private long minutes(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  private void go(String path) throws IOException {
    faces.getExternalContext().redirect(path);
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
