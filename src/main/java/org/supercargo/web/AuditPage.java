package org.supercargo.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** Who did what: the trail, filtered, page by page or as a file. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String[] COLUMNS = {
    "at", "actor", "address", "action", "subject", "outcome", "detail"
  };

  @Inject private AuditTrail trail;
  @Inject private CurrentPerson person;
  @Inject private Times times;
  @Inject private Words words;

  private final AuditForm form = new AuditForm();
  private @Nullable AuditRows rows;

  @PostConstruct
  void open() {
    rows = new AuditRows(trail, () -> form.filter(times.zone()));
  }

  public void clear() {
    form.clear();
  }

  @AllowedTo({Role.ADMIN, Role.AUDITOR})
  public void export() throws IOException {
    trail.write(person.actor(), AuditAction.EXPORTED, Outcome.DONE, "audit trail", null, null);
    String[] header =
        Arrays.stream(COLUMNS).map(column -> words.of("audit." + column)).toArray(String[]::new);
    FacesContext faces = FacesContext.getCurrentInstance();
    try (CsvFile file = CsvFile.answering(faces, "audit.csv", header)) {
      trail.each(form.filter(times.zone()), entry -> write(entry, file));
    }
  }

  private void write(AuditEntryView entry, CsvFile file) {
    file.row(
        times.cell(entry.at()),
        entry.actor(),
        entry.address(),
        words.of("audit.action." + entry.action()),
        entry.subject(),
        words.of("audit.outcome." + entry.outcome()),
        entry.detail());
  }

  public AuditForm getForm() {
    return form;
  }

  public @Nullable LazyDataModel<AuditEntryView> getRows() {
    return rows;
  }

  public AuditAction[] getActions() {
    return AuditAction.values();
  }

  public Outcome[] getOutcomes() {
    return Outcome.values();
  }

  /** Colour of an outcome; the word stands beside it. */
  public String severity(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "success";
      case REFUSED -> "warning";
      case FAILED -> "danger";
    };
  }
}
