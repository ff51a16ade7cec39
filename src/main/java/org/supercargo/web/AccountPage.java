package org.supercargo.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.account.Registration;
import org.supercargo.account.Timeline;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Forbidden;

/** UPS Developer Kit Registration of a known account: read-only. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NEWEST = 50;

  @Inject private Accounts accounts;
  @Inject private Registration registration;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson person;
  @Inject private Returned returned;
  @Inject private Consent consent;

  private @Nullable String id;
  private @Nullable String wanted;
  private @Nullable Note note;

  private transient @Nullable AccountView view;
  private transient @Nullable Timeline timeline;

  /** Before anything else of every request: who posts other values than are shown is refused. */
  public void begin() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
    // This comes before the view parameter is set, so that no other action can come first.
    id = id == null ? sent.get("id") : id;
    Optional<AccountView> found = Ids.of(id).flatMap(accounts::view);
    if (found.isEmpty()) {
      faces.getExternalContext().responseSendError(404, "");
      faces.responseComplete();
      return;
    }
    forget();
    view = found.get();
    refuseEdits(found.get(), sent);
    if (!faces.isPostback()) {
      note = returned.take().orElse(null);
      leadOn(found.get().row());
    }
  }

  /** A link may lead straight to the box that asks before one goes to the carrier. */
  private void leadOn(AccountRow row) {
    boolean can = row.status() != AccountStatus.NO_OAUTH && row.status() != AccountStatus.DELETED;
    if ("regenerate".equals(wanted) && note == null && can && person.isAdmin()) {
      consent.ask("REGENERATE", row.id(), row.number());
      consent.show();
    }
  }

  private void refuseEdits(AccountView shown, Map<String, String> sent) {
    Map<String, @Nullable String> kept = Typed.of(shown.details());
    List<String> changed =
        Typed.FIELDS.stream()
            .filter(field -> sent.containsKey("account:" + field))
            .filter(field -> !same(sent.get("account:" + field), kept.get(field)))
            .toList();
    if (!changed.isEmpty()) {
      String subject = shown.row().carrier() + " " + shown.row().number();
      audit.write(
          person.actor(),
          AuditAction.EDIT_REFUSED,
          Outcome.REFUSED,
          subject,
          shown.row().id(),
          String.join(", ", changed));
      throw new Forbidden("Editing");
    }
  }

  private static boolean same(@Nullable String sent, @Nullable String kept) {
    return (sent == null ? "" : sent).equals(kept == null ? "" : kept);
  }

  @AllowedTo(Role.ADMIN)
  public void verify() {
    Saves.say(registration.verify(shown().row().id(), person.actor()));
    forget();
  }

  /** Asks the carrier again about new tokens that it could not be asked about. */
  @AllowedTo(Role.ADMIN)
  public void retry() {
    if (note != null && note.attempt() != null) {
      note = Note.of(registration.retry(note.attempt(), person.actor()));
      forget();
    }
  }

  private void forget() {
    view = null;
    timeline = null;
  }

  private AccountView shown() {
    if (view == null) {
      view = Ids.of(id).flatMap(accounts::view).orElseThrow();
    }
    return view;
  }

  public @Nullable AccountView getView() {
    return Ids.of(id).isEmpty() ? null : shown();
  }

  public Map<String, @Nullable String> getTyped() {
    return Typed.of(shown().details());
  }

  public Timeline getTimeline() {
    if (timeline == null) {
      timeline = accounts.timeline(shown().row().id());
    }
    return timeline;
  }

  public List<AuditEntryView> getHistory() {
    return audit.ofAccount(shown().row().id(), NEWEST);
  }

  public @Nullable Note getNote() {
    return note;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  /** What a link asked for: {@code regenerate}, or nothing. */
  public @Nullable String getWanted() {
    return wanted;
  }

  public void setWanted(@Nullable String wanted) {
    this.wanted = wanted;
  }
}
