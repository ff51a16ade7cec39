package org.supercargo.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * Where somebody wanted to go before signing in: only our own paths, kept in the session, for UPS's
 * callback carries a code that belongs into no other URL.
 */
final class Destination {
  private static final String KEY = Destination.class.getName();
  private static final int LONGEST = 8_000;

  private Destination() {}

  static void remember(HttpServletRequest request) {
    if (request.getMethod().equals("GET") && isPage(request)) {
      String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
      String whole = ownPath(request.getRequestURI()) + query;
      if (whole.length() <= LONGEST) {
        request.getSession().setAttribute(KEY, whole);
      }
    }
  }

  /** Answers it once; else the first page. */
  static String take(HttpServletRequest request) {
    HttpSession session = request.getSession();
    Object kept = session.getAttribute(KEY);
    session.removeAttribute(KEY);
    return kept == null ? request.getContextPath() + "/" : (String) kept;
  }

  /** Two slashes or a backslash in front would make a host name of the path. */
  private static String ownPath(String uri) {
    return "/" + uri.replaceFirst("^[/\\\\]+", "");
  }

  private static boolean isPage(HttpServletRequest request) {
    String wanted = request.getHeader("Sec-Fetch-Dest");
    return wanted == null || wanted.equals("document");
  }
}
