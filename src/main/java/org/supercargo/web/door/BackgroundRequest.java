package org.supercargo.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a page's script sends; it can't follow a plain redirect to another page. */
final class BackgroundRequest {
  private BackgroundRequest() {}

  static boolean is(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  /**
   * Leads the browser, not the script, to a path of ours.
   *
   * @param path needs no escaping
   */
  static void redirect(HttpServletResponse response, String path) throws IOException {
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                + path
                + "\"/></partial-response>");
  }
}
