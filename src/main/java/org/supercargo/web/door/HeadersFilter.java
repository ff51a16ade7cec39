package org.supercargo.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Puts the headers on what the door let through and on error pages, and refuses foreign posts. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient ResponseHeaders headers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.put(request, response);
    if (isForeignPost(request) && !Door.isApi(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, new OnePolicy(response));
    }
  }

  /** A second lock beside view states and tokens: every browser of today tells the truth here. */
  private static boolean isForeignPost(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    return foreign
        && request.getDispatcherType() == DispatcherType.REQUEST
        && !request.getMethod().equals("GET")
        && !request.getMethod().equals("HEAD");
  }

  /** PrimeFaces adds its policy with a nonce; beside ours both would hold, and none would run. */
  private static class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(ResponseHeaders.POLICY)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
