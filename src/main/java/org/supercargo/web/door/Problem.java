package org.supercargo.web.door;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something went wrong: logged once, under a reference that the person is shown. */
final class Problem {
  private static final Logger LOG = Logger.getLogger(Problem.class.getName());
  private static final String KEY = Problem.class.getName();
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Problem() {}

  /** Answers the reference of this request's problem, logging it the first time. */
  static String reference(HttpServletRequest request, @Nullable Throwable cause) {
    if (request.getAttribute(KEY) instanceof String known) {
      return known;
    }
    String reference =
        RANDOM
            .ints(8, 0, LETTERS.length())
            .mapToObj(n -> String.valueOf(LETTERS.charAt(n)))
            .reduce("", String::concat);
    request.setAttribute(KEY, reference);
    // The path alone: a query may carry a code.
    LOG.log(Level.SEVERE, cause, () -> "Problem " + reference + " at " + path(request));
    return reference;
  }

  /** 503 while the database can't be asked, which passes; 500 for everything else. */
  static int status(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
            .limit(50)
            .anyMatch(one -> one instanceof PersistenceException)
        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return Objects.requireNonNullElse(asked, request.getRequestURI())
        .toString()
        .replaceAll("[^\\x21-\\x7e]", "?");
  }
}
