package org.supercargo.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.AccountDetails;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.account.Registration;
import org.supercargo.account.Saved;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/**
 * UPS Developer Kit Registration: the number and address of an account, for the tokens of an
 * attempt or of the log-in of an account that is connected already.
 */
@Named
@ViewScoped
public class RegisterPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Registration registration;
  @Inject private Accounts accounts;
  @Inject private CurrentPerson person;
  @Inject private Draft draft;

  private @Nullable String attempt;
  private @Nullable String account;
  private @Nullable Instant until;
  private @Nullable String sibling;
  private RegisterAnswer answer = RegisterAnswer.NONE;
  private Map<String, @Nullable String> typed = new HashMap<>();

  /** When the page is opened. */
  @AllowedTo(Role.ADMIN)
  public void begin() {
    if (Ids.of(account).isPresent()) {
      beginAnother(Ids.of(account).get());
    } else {
      // A page that comes anew after its session was lost knows no attempt any more.
      attempt = attempt == null ? unfinished() : attempt;
      until =
          Ids.of(attempt).flatMap(id -> registration.openUntil(id, person.actor())).orElse(null);
      answer = until == null ? RegisterAnswer.GONE : RegisterAnswer.NONE;
      typed.putAll(until == null ? Map.of() : draft.take());
    }
  }

  private @Nullable String unfinished() {
    return registration
        .unfinished(person.actor())
        .map(one -> Long.toString(one.attempt()))
        .orElse(null);
  }

  private void beginAnother(long id) {
    Optional<AccountView> known = accounts.view(id).filter(view -> usable(view.row().status()));
    answer = known.isPresent() ? RegisterAnswer.NONE : RegisterAnswer.GONE;
    known.ifPresent(
        view -> {
          sibling = view.row().number();
          typed = Typed.of(view.details());
          typed.remove("number");
          typed.remove("nickname");
        });
  }

  private static boolean usable(AccountStatus status) {
    return status == AccountStatus.CONNECTED || status == AccountStatus.EXPIRING;
  }

  @AllowedTo(Role.ADMIN)
  public @Nullable String submit() {
    return save(false);
  }

  /** Saves as Not verified, when the carrier could not be asked. */
  @AllowedTo(Role.ADMIN)
  public @Nullable String keep() {
    return save(true);
  }

  private @Nullable String save(boolean keepUnverified) {
    AccountDetails details = Typed.details(typed);
    Saved saved =
        sibling != null
            ? registration.saveAnother(
                Ids.of(account).orElseThrow(), details, keepUnverified, person.actor())
            : registration.save(
                Ids.of(attempt).orElseThrow(), details, keepUnverified, person.actor());
    answer = RegisterAnswer.of(saved);
    if (saved instanceof Saved.ConsentGone) {
      draft.keep(typed);
    }
    return answer.next();
  }

  public void chooseCountry() {
    typed.put("state", null);
  }

  public boolean isOpen() {
    return until != null || sibling != null;
  }

  public RegisterAnswer getAnswer() {
    return answer;
  }

  public CarrierMessage getSaid() {
    return answer.said();
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public @Nullable Instant getUntil() {
    return until;
  }

  public @Nullable String getSibling() {
    return sibling;
  }

  public @Nullable String getAttempt() {
    return attempt;
  }

  public void setAttempt(@Nullable String attempt) {
    this.attempt = attempt;
  }

  public @Nullable String getAccount() {
    return account;
  }

  public void setAccount(@Nullable String account) {
    this.account = account;
  }
}
