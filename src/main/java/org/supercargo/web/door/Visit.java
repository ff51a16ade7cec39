package org.supercargo.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.supercargo.access.SignedIn;

/** Who is signed in, as the HTTP session remembers. */
final class Visit {
  private static final String KEY = Visit.class.getName();

  private Visit() {}

  static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (SignedIn) session.getAttribute(KEY));
  }

  /** A new session id: one that was planted before must not become a signed-in one. */
  static void begins(HttpServletRequest request, SignedIn person) {
    request.getSession();
    request.changeSessionId();
    request.getSession().setAttribute(KEY, person);
  }

  static void goesOn(HttpServletRequest request, SignedIn person) {
    request.getSession().setAttribute(KEY, person);
  }

  /** Ends a session of somebody; one of nobody may hold where to go after signing in. */
  static void ends(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(KEY) != null) {
      session.invalidate();
    }
  }
}
