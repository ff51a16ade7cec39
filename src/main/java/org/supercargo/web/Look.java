package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Light or dark, as the browser's cookie says. */
@Named
@RequestScoped
public class Look {
  private boolean dark;

  /** For CDI's client proxy only. */
  protected Look() {}

  @Inject
  Look(HttpServletRequest request) {
    dark = Cookies.value(request, "supercargo-look").filter("dark"::equals).isPresent();
  }

  public boolean isDark() {
    return dark;
  }

  public String getName() {
    return dark ? "dark" : "light";
  }

  public String getTheme() {
    return dark ? "vela-blue" : "saga-blue";
  }
}
