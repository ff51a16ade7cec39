package org.supercargo.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.supercargo.access.SignIn;
import org.supercargo.access.SignedIn;

/**
 * Looks at every request before anything else does: a session goes on only while its person may
 * still sign in; without one, a protected page leads to the sign-in page and later back. The
 * container's own form mechanism can do neither, nor answer a background request.
 */
@ApplicationScoped
class Door implements HttpAuthenticationMechanism {
  static final String SIGN_IN = "/sign-in";
  static final String PASSWORD = "/password";

  @Inject private SignIn signIn;
  @Inject private ResponseHeaders headers;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    headers.put(request, response);
    if (isResource(request) || isApi(request)) {
      return message.doNothing();
    }
    try {
      Optional<SignedIn> person = Visit.of(request).flatMap(signIn::still);
      return person.isEmpty()
          ? unknown(request, response, message)
          : known(person.get(), request, response, message);
    } catch (RuntimeException failed) {
      return troubled(failed, request, response);
    }
  }

  private AuthenticationStatus known(
      SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext message) {
    Visit.goesOn(request, person);
    if (person.mustChangePassword() && message.isProtected() && !isAt(PASSWORD, request)) {
      return lead(PASSWORD, request, response);
    }
    CurrentPerson.is(person, request);
    return message.notifyContainerAboutLogin(person.name(), Set.of(person.role().name()));
  }

  private AuthenticationStatus unknown(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    Visit.ends(request);
    return message.isProtected() ? lead(SIGN_IN, request, response) : message.doNothing();
  }

  /**
   * Without the database nobody is known, and nobody is sent away for that. What is thrown from
   * here the container would answer with nothing at all.
   */
  private static AuthenticationStatus troubled(
      RuntimeException failed, HttpServletRequest request, HttpServletResponse response) {
    Problem.reference(request, failed);
    try {
      response.sendError(Problem.status(failed));
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private AuthenticationStatus lead(
      String page, HttpServletRequest request, HttpServletResponse response) {
    try {
      if (BackgroundRequest.is(request)) {
        BackgroundRequest.redirect(response, request.getContextPath() + page);
      } else {
        Destination.remember(request);
        response.sendRedirect(request.getContextPath() + page);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static boolean isAt(String page, HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(page) || path.equals(page + ".xhtml");
  }

  /** Programs show a key with every request; the API asks for it itself, and no session counts. */
  static boolean isApi(HttpServletRequest request) {
    return request.getServletPath().equals("/api");
  }

  static boolean isResource(HttpServletRequest request) {
    return request.getServletPath().startsWith("/jakarta.faces.resource/");
  }
}
