package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountView;
import org.supercargo.alert.Alerts;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** Who is told about one account, on its page. */
@Named
@RequestScoped
public class AccountAlerts {
  @Inject private Alerts alerts;
  @Inject private AccountPage page;
  @Inject private CurrentPerson person;

  private @Nullable String typed;

  @AllowedTo(Role.ADMIN)
  public void save() {
    AccountView view = page.getView();
    if (view != null) {
      AccountRow row = view.row();
      String addresses = typed == null ? "" : typed;
      Optional<String> wrong =
          alerts.tell(row.id(), row.carrier() + " " + row.number(), addresses, person.actor());
      if (wrong.isPresent()) {
        Say.at("account:recipients", SEVERITY_ERROR, "alerts.recipients.wrong", wrong.get());
      } else {
        typed = null;
        Say.it(SEVERITY_INFO, "alerts.recipients.saved");
      }
    }
  }

  /** Own ones, separated by commas; empty where those for all are told. */
  public String getAddresses() {
    AccountView view = page.getView();
    if (typed != null || view == null) {
      return typed == null ? "" : typed;
    }
    return String.join(", ", alerts.recipients(view.row().id()));
  }

  public void setAddresses(@Nullable String addresses) {
    typed = addresses == null ? "" : addresses;
  }
}
