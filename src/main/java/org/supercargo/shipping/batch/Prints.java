package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.label.LabelBook;
import org.supercargo.shipping.label.LabelImage;
import org.supercargo.shipping.label.NotPrintable;
import org.supercargo.shipping.label.Sheet;

/** Labels of many rows, one after the other, of which only one is in memory at a time. */
@ApplicationScoped
class Prints {
  @Inject Ledger ledger;
  @Inject Reading reading;
  @Inject Shipping shipping;

  void write(RowQuery query, Sheet sheet, OutputStream out, Actor who) {
    DocumentFormat format = ledger.labelFormat(query.batch());
    RowQuery made = query.in(Set.of(RowState.MADE));
    try {
      if (format.isForPrinters()) {
        reading.each(made, row -> program(row, format, out, who));
      } else {
        book(made, format, sheet, out, who);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void book(RowQuery made, DocumentFormat format, Sheet sheet, OutputStream out, Actor who)
      throws IOException {
    try (LabelBook book = new LabelBook(sheet)) {
      reading.each(made, row -> pages(row, format, book, who));
      book.write(out);
    }
  }

  private void pages(RowView row, DocumentFormat format, LabelBook book, Actor who) {
    if (!isInForce(row)) {
      return;
    }
    try {
      for (Document label : labels(row, format, who)) {
        book.add(new LabelImage(label.format().name(), label.bytes()));
      }
    } catch (CarrierException | NotPrintable missing) {
      book.note("Row " + row.line() + ": no label", String.valueOf(missing.getMessage()));
    }
  }

  private void program(RowView row, DocumentFormat format, OutputStream out, Actor who) {
    if (!isInForce(row)) {
      return;
    }
    try {
      for (Document label : labels(row, format, who)) {
        write(label.bytes(), out);
      }
    } catch (CarrierException missing) {
      write(note(row, format), out);
    }
  }

  /** Other languages have no words here: their label is left out. */
  private static byte[] note(RowView row, DocumentFormat format) {
    String words = "^XA^FO40,80^A0N,48,48^FDRow %d: no label^FS^XZ".formatted(row.line());
    return format == DocumentFormat.ZPL ? words.getBytes(StandardCharsets.US_ASCII) : new byte[0];
  }

  private static void write(byte[] label, OutputStream out) {
    try {
      out.write(label);
      out.write('\n');
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private boolean isInForce(RowView row) {
    return Optional.ofNullable(row.shipment())
        .flatMap(shipping::view)
        .map(ShipmentView::state)
        .filter(state -> state.isLive())
        .isPresent();
  }

  private List<Document> labels(RowView row, DocumentFormat format, Actor who) {
    Long shipment = row.shipment();
    return shipment == null ? List.of() : shipping.labels(shipment, format, who);
  }
}
