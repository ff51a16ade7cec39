package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** The message box that asks, naming the account, before one is deleted. */
@Named
@ViewScoped
public class Deletion implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Accounts accounts;
  @Inject private CurrentPerson person;

  private @Nullable Long account;
  private String number = "";
  private String nickname = "";
  private boolean last;

  @AllowedTo(Role.ADMIN)
  public void ask(long id) {
    AccountView view = accounts.view(id).orElseThrow();
    List<String> others = view.siblings();
    account = id;
    number = view.row().number();
    nickname = view.row().nickname();
    last = view.row().oauth() && others.isEmpty();
  }

  @AllowedTo(Role.ADMIN)
  public void delete() {
    if (account == null) {
      return;
    }
    boolean deleted = accounts.delete(account, person.actor());
    Say.it(
        deleted ? SEVERITY_INFO : SEVERITY_WARN, deleted ? "delete.done" : "delete.gone", number);
    account = null;
  }

  public String getNumber() {
    return number;
  }

  public String getNickname() {
    return nickname;
  }

  /** Whether the log-in's tokens go with it. */
  public boolean isLast() {
    return last;
  }
}
