package org.supercargo.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.Accounts;
import org.supercargo.account.Attention;
import org.supercargo.account.Registration;
import org.supercargo.account.Unfinished;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** Set Up Shipping: the Carrier Registration tab. */
@Named
@ViewScoped
public class AccountsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Accounts accounts;
  @Inject private Registration registration;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson person;
  @Inject private Returned returned;
  @Inject private Times times;

  private final AccountFilter filter = new AccountFilter();
  private @Nullable AccountRows rows;
  private @Nullable String status;
  private @Nullable Attention attention;
  private transient @Nullable Unfinished unfinished;

  @PostConstruct
  void open() {
    rows = new AccountRows(accounts, filter);
  }

  /** When the page is opened: a status from a link, and how a trip to the carrier ended. */
  public void begin() {
    Arrays.stream(AccountStatus.values())
        .filter(known -> known.name().equals(status))
        .forEach(filter::setStatus);
    returned.take().ifPresent(Note::say);
    if (person.isAdmin()) {
      unfinished = registration.unfinished(person.actor()).orElse(null);
    }
  }

  public void clear() {
    filter.setSearch(null);
    filter.setStatus(null);
    filter.setOauth(null);
  }

  @AllowedTo(Role.ADMIN)
  public void verify(long id) {
    Saves.say(registration.verify(id, person.actor()));
    attention = null;
  }

  public void export() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    audit.write(person.actor(), AuditAction.EXPORTED, Outcome.DONE, "carrier accounts", null, null);
    try (CsvFile file = CsvFile.answering(faces, "carrier-accounts.csv", header(faces))) {
      accounts.each(filter.all(), row -> file.row(cells(row)));
    }
  }

  private static String[] header(FacesContext faces) {
    ResourceBundle words = Say.words(faces);
    return Stream.of(
            "carrier",
            "number",
            "nickname",
            "company",
            "oauth",
            "status",
            "daysLeft",
            "usedAt",
            "connectedBy")
        .map(column -> words.getString("accounts." + column))
        .toArray(String[]::new);
  }

  private @Nullable Object[] cells(AccountRow row) {
    ResourceBundle words = Say.words(FacesContext.getCurrentInstance());
    return new @Nullable Object[] {
      row.carrier(),
      row.number(),
      row.nickname(),
      row.company(),
      words.getString("accounts.oauth." + row.oauth()),
      words.getString("accounts.status." + row.status()),
      row.daysLeft(),
      times.cell(row.usedAt()),
      row.connectedBy()
    };
  }

  public Attention getAttention() {
    if (attention == null) {
      attention = accounts.attention();
    }
    return attention;
  }

  /** Null for whoever has left no registration behind, or may not register. */
  public @Nullable Unfinished getUnfinished() {
    return unfinished;
  }

  public AccountFilter getFilter() {
    return filter;
  }

  public @Nullable LazyDataModel<AccountRow> getRows() {
    return rows;
  }

  public List<AccountStatus> getStatuses() {
    return List.of(AccountStatus.values());
  }

  public @Nullable String getStatus() {
    return status;
  }

  public void setStatus(@Nullable String status) {
    this.status = status;
  }
}
