package org.supercargo.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.supercargo.access.ClientAddress;
import org.supercargo.access.Role;
import org.supercargo.access.SignedIn;
import org.supercargo.audit.Actor;

/** Whoever makes this request; in pages {@code #{currentPerson}}. */
@Named
@RequestScoped
public class CurrentPerson {
  private static final String KEY = SignedIn.class.getName();

  @Inject private HttpServletRequest request;
  @Inject private ClientAddress address;

  static void is(SignedIn person, HttpServletRequest request) {
    request.setAttribute(KEY, person);
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(KEY));
  }

  public boolean isSignedIn() {
    return of(request).isPresent();
  }

  /**
   * For audit entries and façades.
   *
   * @throws Forbidden when nobody is signed in
   */
  public Actor actor() {
    return new Actor(signedIn().name(), address.of(request));
  }

  public String getName() {
    return signedIn().name();
  }

  public Role getRole() {
    return signedIn().role();
  }

  public boolean isAdmin() {
    return has(Role.ADMIN);
  }

  public boolean isShipper() {
    return has(Role.SHIPPER);
  }

  public boolean isAuditor() {
    return has(Role.AUDITOR);
  }

  /**
   * Lets only these roles go on.
   *
   * @throws Forbidden to everybody else
   */
  public void require(Role... roles) {
    if (Arrays.stream(roles).noneMatch(this::has)) {
      throw new Forbidden("This");
    }
  }

  SignedIn signedIn() {
    return of(request).orElseThrow(() -> new Forbidden("This, without signing in,"));
  }

  private boolean has(Role role) {
    return of(request).filter(person -> person.role() == role).isPresent();
  }
}
