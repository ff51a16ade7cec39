package org.supercargo.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the server gives up on before JAX-RS has seen it, such as a header that is none, would be
 * shown as a page. Here too it is a problem document.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.ERROR)
public class LastResort extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = asked == null ? "" : asked.toString();
    if (!path.matches("/api(/.*)?")) {
      chain.doFilter(request, response);
      return;
    }
    Kind kind = kind(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    byte[] body = Json.bytes(Problem.of(kind, null).at(path.replaceAll("[^\\x21-\\x7e]", "?")));
    response.setStatus(kind.status());
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Kind kind(Object status) {
    int code = status instanceof Integer known ? known : 500;
    return Kind.of(code).orElse(code < 500 ? Kind.MALFORMED : Kind.FAILED);
  }
}
