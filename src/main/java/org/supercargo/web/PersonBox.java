package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.supercargo.access.People;
import org.supercargo.access.PersonAnswer;
import org.supercargo.access.PersonAnswer.HandOver;
import org.supercargo.access.PersonAnswer.Reason;
import org.supercargo.access.PersonView;
import org.supercargo.access.Role;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/**
 * The boxes in which people are added and changed. It lives for one request, so that a password
 * made here is on one page and in no session.
 */
@Named
@RequestScoped
public class PersonBox {
  @Inject private People people;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private long id;
  private @Nullable String name;
  private @Nullable Role role;
  private @Nullable HandOver handOver;

  /** Fills the box that is about to open. */
  @AllowedTo(Role.ADMIN)
  public void ask(PersonView about) {
    id = about.id();
    name = about.name();
    role = about.role();
  }

  @AllowedTo(Role.ADMIN)
  public void begin() {
    role = Role.SHIPPER;
  }

  @AllowedTo(Role.ADMIN)
  public void add() {
    Role as = Objects.requireNonNullElse(role, Role.AUDITOR);
    say(people.add(Objects.requireNonNullElse(name, ""), as, person.actor()), "");
  }

  @AllowedTo(Role.ADMIN)
  public void give() {
    Role as = Objects.requireNonNullElse(role, Role.AUDITOR);
    say(people.give(id, as, person.actor()), "people.given");
  }

  @AllowedTo(Role.ADMIN)
  public void disable() {
    say(people.disable(id, person.actor()), "people.disabled");
  }

  @AllowedTo(Role.ADMIN)
  public void enable() {
    say(people.enable(id, person.actor()), "people.enabled");
  }

  @AllowedTo(Role.ADMIN)
  public void reset() {
    say(people.resetPassword(id, person.actor()), "");
  }

  private void say(PersonAnswer answer, String done) {
    switch (answer) {
      case PersonAnswer.Done all -> words.tell(FacesMessage.SEVERITY_INFO, done, name);
      case HandOver made -> {
        handOver = made;
        PrimeFaces.current().executeScript("PF('handed').show()");
      }
      case PersonAnswer.NotDone no -> refuse(no.reason());
    }
  }

  private void refuse(Reason reason) {
    switch (reason) {
      case NAME_NOT_ALLOWED, NAME_TAKEN -> {
        words.tellAt("adding:name", FacesMessage.SEVERITY_ERROR, "people." + reason);
        FacesContext.getCurrentInstance().validationFailed();
      }
      case LAST_ADMINISTRATOR, NO_SUCH_PERSON ->
          words.tell(FacesMessage.SEVERITY_ERROR, "people." + reason);
    }
  }

  public @Nullable HandOver getHandOver() {
    return handOver;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable Role getRole() {
    return role;
  }

  public void setRole(@Nullable Role role) {
    this.role = role;
  }
}
