package org.supercargo.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.People;
import org.supercargo.access.PersonView;
import org.supercargo.access.Role;

/** Who may sign in: the list. What is done to one of them is {@link PersonBox}. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private People people;

  private @Nullable PeopleRows rows;
  private @Nullable String search;
  private @Nullable Role role;
  private @Nullable Boolean active;

  @PostConstruct
  void open() {
    rows = new PeopleRows(people, this);
  }

  public void clear() {
    search = null;
    role = null;
    active = null;
  }

  public boolean isFiltered() {
    return search != null || role != null || active != null;
  }

  public @Nullable LazyDataModel<PersonView> getRows() {
    return rows;
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }

  public @Nullable Role getRole() {
    return role;
  }

  public void setRole(@Nullable Role role) {
    this.role = role;
  }

  public @Nullable Boolean getActive() {
    return active;
  }

  public void setActive(@Nullable Boolean active) {
    this.active = active;
  }
}
