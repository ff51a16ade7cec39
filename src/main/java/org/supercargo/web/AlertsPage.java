package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.AlertView;
import org.supercargo.alert.Alerts;
import org.supercargo.alert.Closing;
import org.supercargo.alert.MailSummary;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** Alerts: what people have to be told, until somebody has seen to it. */
@Named
@ViewScoped
public class AlertsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Alerts alerts;
  @Inject private AlertBadge badge;
  @Inject private CurrentPerson person;
  @Inject private Words words;
  @Inject private Times times;

  private boolean openOnly = true;
  private @Nullable AlertRows rows;

  @PostConstruct
  @AllowedTo({Role.ADMIN, Role.AUDITOR})
  void open() {
    person.require(Role.ADMIN, Role.AUDITOR);
    rows = new AlertRows(alerts, () -> openOnly);
  }

  @AllowedTo(Role.ADMIN)
  public void done(long alert) {
    boolean done = alerts.done(alert, person.actor());
    Say.it(done ? SEVERITY_INFO : SEVERITY_WARN, done ? "alerts.done.said" : "alerts.done.over");
    badge.forget();
  }

  /** Such as {@code Ends within 14 days}. */
  public String words(AlertView alert) {
    return words.of("alerts.kind." + alert.kind(), alert.days());
  }

  /** Colour of an alert; icon and words say the same. */
  public String severity(AlertView alert) {
    if (!alert.isOpen()) {
      return "secondary";
    }
    return switch (alert.kind()) {
      case ENDS_SOON, NEEDS_ATTENTION -> "warning";
      case EXPIRED, NEEDS_CONSENT, APPLICATION_REFUSED, SHIPMENT_ORPHANED, SHIPMENT_UNRESOLVED ->
          "danger";
    };
  }

  public String icon(AlertKind kind) {
    return switch (kind) {
      case ENDS_SOON -> "pi pi-hourglass";
      case EXPIRED -> "pi pi-times-circle";
      case NEEDS_CONSENT, NEEDS_ATTENTION -> "pi pi-exclamation-triangle";
      case APPLICATION_REFUSED -> "pi pi-ban";
      case SHIPMENT_ORPHANED -> "pi pi-clone";
      case SHIPMENT_UNRESOLVED -> "pi pi-question-circle";
    };
  }

  /** Whether Regenerate Tokens can help. */
  public boolean isCurable(AlertView alert) {
    return alert.isOpen()
        && !alert.accounts().isEmpty()
        && !alert.kind().isOfShipment()
        && alert.kind() != AlertKind.APPLICATION_REFUSED;
  }

  /** How it came to be over. */
  public String closed(AlertView alert) {
    Closing how = alert.closedHow();
    return how == null ? "" : words.of("alerts.closed." + how, alert.closedBy());
  }

  public boolean isMailed() {
    return alerts.areMailed();
  }

  /** What became of an alert's e-mails, in words. */
  public String mail(AlertView alert) {
    MailSummary mail = alert.mail();
    if (mail.waiting() > 0 && alert.isOpen()) {
      String next = times.at(mail.next());
      return words.of("alerts.mail.waiting", mail.sent(), mail.waiting(), next);
    }
    return words.of("alerts.mail.sent", mail.sent());
  }

  public boolean isOpenOnly() {
    return openOnly;
  }

  public void setOpenOnly(boolean openOnly) {
    this.openOnly = openOnly;
  }

  public @Nullable LazyDataModel<AlertView> getRows() {
    return rows;
  }
}
