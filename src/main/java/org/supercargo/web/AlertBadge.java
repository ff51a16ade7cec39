package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.supercargo.alert.Alerts;
import org.supercargo.web.door.CurrentPerson;

/** How many alerts are open, for the frame. */
@Named
@RequestScoped
public class AlertBadge {
  private static final int MOST = 99;

  @Inject private Alerts alerts;
  @Inject private CurrentPerson person;

  private @Nullable Integer open;

  public boolean isShown() {
    return person.isAdmin() || person.isAuditor();
  }

  public int getOpen() {
    if (open == null) {
      open = isShown() ? alerts.open(MOST + 1) : 0;
    }
    return open;
  }

  /** Such as {@code 3} or {@code 99+}. */
  public String getText() {
    return getOpen() > MOST ? MOST + "+" : "" + getOpen();
  }

  void forget() {
    open = null;
  }
}
