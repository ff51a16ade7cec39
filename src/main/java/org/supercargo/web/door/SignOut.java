package org.supercargo.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.supercargo.access.ClientAddress;
import org.supercargo.access.SignIn;

/** The button of the layout. */
@Named
@RequestScoped
public class SignOut {
  @Inject private SignIn signIn;
  @Inject private HttpServletRequest request;
  @Inject private ClientAddress address;

  public String now() {
    CurrentPerson.of(request).ifPresent(person -> signIn.out(person, address.of(request)));
    Visit.ends(request);
    return "/sign-in?faces-redirect=true&out=true";
  }
}
