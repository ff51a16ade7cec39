package org.supercargo.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The message box that asks before one is sent to the carrier's website. */
@Named
@ViewScoped
public class Consent implements Serializable {
  private static final long serialVersionUID = 1L;

  private String purpose = "ADD";
  private @Nullable Long account;
  private String number = "";
  private boolean shown;

  public void add() {
    purpose = "ADD";
    account = null;
    number = "";
  }

  public void ask(String purpose, long account, String number) {
    this.purpose = purpose;
    this.account = account;
    this.number = number;
  }

  /** Opens with the page. */
  void show() {
    shown = true;
  }

  public boolean isShown() {
    return shown;
  }

  public String getPurpose() {
    return purpose;
  }

  public @Nullable Long getAccount() {
    return account;
  }

  public String getNumber() {
    return number;
  }
}
