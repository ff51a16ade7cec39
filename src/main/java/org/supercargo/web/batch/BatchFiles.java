package org.supercargo.web.batch;

import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Money;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.batch.BatchView;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.Column;
import org.supercargo.shipping.batch.RowProblem;
import org.supercargo.shipping.batch.RowQuery;
import org.supercargo.shipping.batch.RowState;
import org.supercargo.shipping.batch.RowView;
import org.supercargo.shipping.label.Sheet;
import org.supercargo.web.CsvFile;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** What of a batch can be had as a file. */
@Named
@ViewScoped
public class BatchFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<RowState> FAILED =
      EnumSet.of(RowState.WRONG, RowState.REFUSED, RowState.NOT_CREATED, RowState.CANCELLED);

  @Inject private Batches batches;
  @Inject private Shipping shipping;
  @Inject private BatchPage page;
  @Inject private RowWords rowWords;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private @Nullable Sheet sheet;
  private @Nullable Integer from;
  private @Nullable Integer to;

  /** A line a problem: row, column, what is there, what is wrong. */
  public void problems() throws IOException {
    String[] header = header("line", "column", "value", "problem");
    try (CsvFile csv = CsvFile.answering(faces(), name("problems") + ".csv", header)) {
      batches.each(all().in(EnumSet.of(RowState.WRONG)), row -> problems(row, csv));
    }
  }

  private static void problems(RowView row, CsvFile csv) {
    for (RowProblem problem : row.problems()) {
      String value = row.cells().getOrDefault(problem.column(), "");
      csv.row(row.line(), problem.column(), value, problem.words());
    }
  }

  /** Every row with what came of it. */
  public void results() throws IOException {
    String[] header =
        header(
            "line", "reference", "to", "state", "number", "tracking", "price", "currency", "why");
    try (CsvFile csv = CsvFile.answering(faces(), name("results") + ".csv", header)) {
      batches.each(all(), row -> result(row, csv));
    }
  }

  private void result(RowView row, CsvFile csv) {
    Money price = row.price();
    csv.row(
        row.line(),
        row.reference(),
        row.toName(),
        words.of("batch.row." + row.state()),
        row.number(),
        String.join(" ", row.tracking()),
        price == null ? null : price.amount(),
        price == null ? null : price.currency(),
        rowWords.trouble(row));
  }

  /**
   * What was not made, as it was uploaded and with the reason: to be corrected and brought back.
   */
  public void rest() throws IOException {
    Column[] columns = Column.values();
    String[] header =
        Stream.concat(Arrays.stream(columns).map(Column::header), Stream.of("error"))
            .toArray(String[]::new);
    try (CsvFile csv = CsvFile.answering(faces(), name("not-made") + ".csv", header)) {
      batches.each(all().in(FAILED), row -> rest(row, columns, csv));
    }
  }

  private void rest(RowView row, Column[] columns, CsvFile csv) {
    List<Object> cells = new ArrayList<>();
    Arrays.stream(columns).map(row::cell).forEach(cells::add);
    cells.add(rowWords.trouble(row));
    csv.row(cells.toArray());
  }

  /** Labels in the order of the file: one PDF, or one program for a printer. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void labels() throws IOException {
    BatchView view = page.getView();
    RowQuery wanted =
        all()
            .between(
                Objects.requireNonNullElse(from, 0),
                Objects.requireNonNullElse(to, Integer.MAX_VALUE));
    if (batches.count(wanted.in(EnumSet.of(RowState.MADE))) == 0) {
      words.tell(SEVERITY_WARN, "batch.noLabels");
      return;
    }
    DocumentFormat format =
        view.labelFormat().isForPrinters() ? view.labelFormat() : DocumentFormat.PDF;
    FacesContext faces = faces();
    ExternalContext answer = faces.getExternalContext();
    answer.setResponseContentType(format.mediaType());
    answer.setResponseHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.%s\""
            .formatted(name("labels"), format.name().toLowerCase(Locale.ROOT)));
    OutputStream out = answer.getResponseOutputStream();
    batches.writeLabels(wanted, getSheet(), out, person.actor());
    faces.responseComplete();
  }

  private RowQuery all() {
    return RowQuery.all(page.number());
  }

  private String name(String what) {
    return "batch-" + page.number() + "-" + what;
  }

  private String[] header(String... columns) {
    return Arrays.stream(columns)
        .map(column -> words.of("batch.file." + column))
        .toArray(String[]::new);
  }

  private static FacesContext faces() {
    return FacesContext.getCurrentInstance();
  }

  public Sheet[] getSheets() {
    return Sheet.values();
  }

  /** What the account of the file's first row prints on, until another is chosen. */
  public Sheet getSheet() {
    if (sheet == null) {
      sheet =
          batches.rows(all().page(0, 1)).stream()
              .map(RowView::account)
              .filter(Objects::nonNull)
              .map(account -> shipping.defaults(account).sheet())
              .findFirst()
              .orElse(Sheet.LABEL);
    }
    return sheet;
  }

  public void setSheet(Sheet sheet) {
    this.sheet = sheet;
  }

  public @Nullable Integer getFrom() {
    return from;
  }

  public void setFrom(@Nullable Integer from) {
    this.from = from;
  }

  public @Nullable Integer getTo() {
    return to;
  }

  public void setTo(@Nullable Integer to) {
    this.to = to;
  }
}
