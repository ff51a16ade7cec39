package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;

/** Registration Successful: what was connected, from when, until when. */
@Named
@RequestScoped
public class RegisteredPage {
  @Inject private Accounts accounts;
  @Inject private Returned returned;

  private @Nullable String account;
  private @Nullable AccountView view;

  /** When the page is opened. */
  public void begin() throws IOException {
    returned.take();
    view = Ids.of(account).flatMap(accounts::view).orElse(null);
    if (view == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(404, "");
      faces.responseComplete();
    }
  }

  public @Nullable AccountView getView() {
    return view;
  }

  public @Nullable String getAccount() {
    return account;
  }

  public void setAccount(@Nullable String account) {
    this.account = account;
  }
}
