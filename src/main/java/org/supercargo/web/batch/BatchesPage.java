package org.supercargo.web.batch;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.access.Role;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.batch.BatchView;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.Column;
import org.supercargo.shipping.batch.Upload;
import org.supercargo.shipping.batch.Uploaded;
import org.supercargo.web.AccountChoice;
import org.supercargo.web.CsvFile;
import org.supercargo.web.Ids;
import org.supercargo.web.Times;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** Files of shipments: brings one, lists them all. */
@Named
@ViewScoped
public class BatchesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Batches batches;
  @Inject private AccountChoice choice;
  @Inject private Shipping shipping;
  @Inject private CurrentPerson person;
  @Inject private Times times;
  @Inject private Words words;

  private @Nullable BatchList rows;
  private @Nullable String account;
  private @Nullable String format;
  private transient @Nullable Part file;

  @PostConstruct
  void open() {
    rows = new BatchList(batches);
    choice.first().ifPresent(first -> account = Long.toString(first.id()));
    chooseAccount();
  }

  /** Labels as the account's shipments have them. */
  public void chooseAccount() {
    format =
        Ids.of(account)
            .map(id -> shipping.defaults(id).labelFormat())
            .orElse(DocumentFormat.GIF)
            .name();
  }

  /** Reads and checks the file, and leads to what was found. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public @Nullable String upload() throws IOException {
    Part brought = file;
    if (brought == null || brought.getSize() == 0) {
      words.tellAt("upload:file", SEVERITY_ERROR, "batch.noFile");
      return null;
    }
    Upload upload = new Upload(name(brought), Ids.of(account).orElse(null), format(), times.zone());
    return switch (batches.upload(upload, content(brought), person.actor())) {
      case Uploaded.Kept(long id) -> "/batch?faces-redirect=true&id=" + id;
      case Uploaded.Unreadable(String why) -> {
        words.tellAt("upload:file", SEVERITY_ERROR, "batch.unreadable", why);
        yield null;
      }
    };
  }

  private static String name(Part brought) {
    String name = brought.getSubmittedFileName();
    return name == null || name.isBlank() ? "upload.csv" : name.replaceAll("\\p{Cntrl}", " ");
  }

  /** One byte more than allowed is enough to be refused. */
  private static byte[] content(Part brought) throws IOException {
    try (InputStream in = brought.getInputStream()) {
      return in.readNBytes(Batches.LARGEST + 1);
    }
  }

  private DocumentFormat format() {
    return getFormats().stream()
        .filter(known -> known.name().equals(format))
        .findFirst()
        .orElse(DocumentFormat.GIF);
  }

  /** All columns with an example. */
  public void template() throws IOException {
    Column[] columns = Column.values();
    String[] header = Arrays.stream(columns).map(Column::header).toArray(String[]::new);
    FacesContext faces = FacesContext.getCurrentInstance();
    try (CsvFile csv = CsvFile.answering(faces, "shipments-template.csv", header)) {
      csv.row(Arrays.stream(columns).map(Column::example).toArray());
    }
  }

  /** What labels can be made in; pictures become one PDF. */
  public List<DocumentFormat> getFormats() {
    return List.of(
        DocumentFormat.GIF,
        DocumentFormat.PNG,
        DocumentFormat.ZPL,
        DocumentFormat.EPL,
        DocumentFormat.SPL);
  }

  public Column[] getColumns() {
    return Column.values();
  }

  public int getMostRows() {
    return Batches.MOST_ROWS;
  }

  public @Nullable LazyDataModel<BatchView> getRows() {
    return rows;
  }

  public @Nullable String getAccount() {
    return account;
  }

  public void setAccount(@Nullable String account) {
    this.account = account;
  }

  public @Nullable String getFormat() {
    return format;
  }

  public void setFormat(@Nullable String format) {
    this.format = format;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}
