package org.supercargo.web.shipment;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.Money;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.label.NotPrintable;
import org.supercargo.shipping.label.Sheet;
import org.supercargo.web.CsvFile;
import org.supercargo.web.FirstPage;
import org.supercargo.web.Times;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** Shipments: filtered, page by page; labels of several at once. */
@Named
@ViewScoped
public class ShipmentsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MOST_NAMED = 20;
  private static final List<String> COLUMNS =
      List.of(
          "shipments.requestedAt",
          "shipments.number",
          "shipments.reference",
          "shipment.reference.ours",
          "shipments.state",
          "shipments.carrier",
          "shipments.account",
          "shipment.service",
          "shipments.to",
          "shipments.city",
          "shipments.country",
          "shipments.packages",
          "shipments.price",
          "shipments.currency",
          "shipments.deadline",
          "shipment.usedAt",
          "shipments.owner");

  @Inject private Shipping shipping;
  @Inject private Senders senders;
  @Inject private FirstPage firstPage;
  @Inject private Troubles troubles;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson person;
  @Inject private Words words;
  @Inject private Times times;

  private final ShipmentFilter filter = new ShipmentFilter();
  private @Nullable ShipmentRows rows;
  private @Nullable String show;
  private Sheet sheet = Sheet.LABEL;

  private transient @Nullable List<ShipmentRow> chosen;
  private transient @Nullable Trouble trouble;

  @PostConstruct
  void open() {
    rows = new ShipmentRows(shipping, (first, size) -> filter.query(times.zone(), first, size));
  }

  /** When the page is opened: a list from a link. */
  public void begin() {
    filter.setUnused("unused".equals(show));
    sheet =
        senders
            .usual(person.getName())
            .map(account -> shipping.defaults(account).sheet())
            .orElse(Sheet.LABEL);
  }

  /** What another account has is shown from its first row on. */
  public void chooseAccount() {
    firstPage.of("shipments:table");
  }

  public void clear() {
    filter.clear();
  }

  /** Says what will be printed of what was chosen; the page then gets it, if there is anything. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void prepare() {
    LabelChoice labels = labels();
    int left = labels.leftOut().size();
    if (getChosen().isEmpty()) {
      words.tell(FacesMessage.SEVERITY_WARN, "shipments.print.none");
    } else if (labels.printed().isEmpty()) {
      words.tell(FacesMessage.SEVERITY_WARN, "shipments.print.noneOf", named(labels));
    } else if (left > 0) {
      words.tell(FacesMessage.SEVERITY_WARN, "shipments.print.left", left, named(labels));
    }
    PrimeFaces.current().ajax().addCallbackParam("ready", !labels.printed().isEmpty());
  }

  private LabelChoice labels() {
    return LabelChoice.of(getChosen(), id -> shipping.view(id).orElseThrow());
  }

  private String named(LabelChoice labels) {
    String first =
        labels.leftOut().stream()
            .limit(MOST_NAMED)
            .map(out -> "%s (%s)".formatted(out.name(), words.of(out.why())))
            .collect(Collectors.joining(", "));
    return labels.leftOut().size() > MOST_NAMED ? first + ", …" : first;
  }

  /** The labels of the chosen shipments as one PDF. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void print() throws IOException {
    trouble = null;
    List<Long> printed = labels().printed();
    if (printed.isEmpty()) {
      words.tell(FacesMessage.SEVERITY_WARN, "shipments.print.none");
      return;
    }
    try {
      Downloads.answer(
          FacesContext.getCurrentInstance(),
          shipping.paper(printed, sheet, person.actor()),
          "labels");
    } catch (CarrierException away) {
      ShipmentRow first = getChosen().get(0);
      trouble = troubles.of(away, first.carrier(), first.account());
    } catch (NotPrintable broken) {
      words.tell(FacesMessage.SEVERITY_ERROR, "shipment.notPrintable");
    }
  }

  /** Everything that the filters let through, as a file. */
  public void export() throws IOException {
    audit.write(person.actor(), AuditAction.EXPORTED, Outcome.DONE, "shipments", null, null);
    String[] header = COLUMNS.stream().map(key -> words.of(key)).toArray(String[]::new);
    FacesContext faces = FacesContext.getCurrentInstance();
    try (CsvFile file = CsvFile.answering(faces, "shipments.csv", header)) {
      shipping.each(filter.query(times.zone(), 0, 0), row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(ShipmentRow row) {
    Money price = row.price();
    return new @Nullable Object[] {
      times.cell(row.requestedAt()),
      row.number(),
      String.join(" ", row.references()),
      row.reference(),
      words.of("shipments.state." + row.state()),
      row.carrier(),
      row.accountNumber(),
      row.service(),
      row.toName(),
      row.toCity(),
      row.toCountry(),
      row.packages(),
      price == null ? null : price.amount(),
      price == null ? null : price.currency(),
      times.cell(row.voidableUntil()),
      times.cell(row.usedAt()),
      row.owner()
    };
  }

  public List<ShipmentRow> getChosen() {
    return Objects.requireNonNullElse(chosen, List.of());
  }

  public void setChosen(@Nullable List<ShipmentRow> chosen) {
    this.chosen = chosen;
  }

  public ShipmentFilter getFilter() {
    return filter;
  }

  public @Nullable LazyDataModel<ShipmentRow> getRows() {
    return rows;
  }

  public @Nullable Trouble getTrouble() {
    return trouble;
  }

  public @Nullable String getShow() {
    return show;
  }

  public void setShow(@Nullable String show) {
    this.show = show;
  }

  public String getSheet() {
    return sheet.name();
  }

  public void setSheet(String sheet) {
    this.sheet =
        Arrays.stream(Sheet.values())
            .filter(one -> one.name().equals(sheet))
            .findFirst()
            .orElse(Sheet.LABEL);
  }
}
