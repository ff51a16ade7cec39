package org.supercargo.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What is shown instead of a page that can't be: no stack trace, but a reference into the log. */
@Named
@RequestScoped
public class ProblemPage {
  private static final Set<Integer> TOLD = Set.of(403, 404, 503);

  @Inject private HttpServletRequest request;

  public String getTitleKey() {
    return "problem." + kind() + ".title";
  }

  public String getTextKey() {
    return "problem." + kind() + ".text";
  }

  public boolean isOurs() {
    return status() >= 500;
  }

  public String getReference() {
    return Problem.reference(
        request, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
  }

  private int kind() {
    int status = status();
    return TOLD.contains(status) ? status : status < 500 ? 400 : 500;
  }

  /** Asked for directly, it is a page like any that does not exist. */
  private int status() {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }
}
