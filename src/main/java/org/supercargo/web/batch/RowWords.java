package org.supercargo.web.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierAdvice;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.shipping.batch.BatchState;
import org.supercargo.shipping.batch.RowState;
import org.supercargo.shipping.batch.RowView;

/** Rows in words, colours and icons. */
@Named
@ApplicationScoped
public class RowWords {
  @Inject @Any Instance<CarrierAdvice> carriers;

  /** What is wrong with a row, or what the carrier said of it; empty when nothing is. */
  public String trouble(RowView row) {
    CarrierMessage said = row.said();
    if (said == null) {
      return row.sentence();
    }
    return said(said);
  }

  /** What happened and what to do, and the carrier's own code. */
  public String said(CarrierMessage said) {
    return carriers.stream()
        .map(carrier -> carrier.explain(said))
        .filter(Advice::known)
        .findFirst()
        .map(known -> "%s %s (%s)".formatted(known.what(), known.todo(), said.code()))
        .orElseGet(() -> said.code().isBlank() ? said.text() : plain(said));
  }

  private static String plain(CarrierMessage said) {
    return "%s (%s)".formatted(said.text(), said.code());
  }

  public String severity(RowState state) {
    return switch (state) {
      case MADE -> "success";
      case WAITING -> "info";
      case UNKNOWN -> "warning";
      case WRONG, REFUSED, NOT_CREATED, UNRESOLVED -> "danger";
      case CANCELLED -> "secondary";
    };
  }

  public String icon(RowState state) {
    return switch (state) {
      case MADE -> "pi pi-check-circle";
      case WAITING -> "pi pi-hourglass";
      case UNKNOWN, UNRESOLVED -> "pi pi-question-circle";
      case WRONG, REFUSED, NOT_CREATED -> "pi pi-times-circle";
      case CANCELLED -> "pi pi-ban";
    };
  }

  public String severityOf(BatchState state) {
    return switch (state) {
      case CHECKED, PAUSED -> "warning";
      case RUNNING, CANCELLING -> "info";
      case DONE -> "success";
    };
  }

  public String iconOf(BatchState state) {
    return switch (state) {
      case CHECKED -> "pi pi-file-check";
      case RUNNING, CANCELLING -> "pi pi-spin pi-spinner";
      case PAUSED -> "pi pi-pause";
      case DONE -> "pi pi-check-circle";
    };
  }
}
