package org.supercargo.web.shipment;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;

/** Programs for thermal printers. */
final class Printed {
  private Printed() {}

  /** What may have to ask the carrier. */
  @FunctionalInterface
  interface Making {
    Document make();
  }

  /** One after the other: a printer prints them so. */
  static Document together(List<Document> labels, DocumentFormat format) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Document label : labels) {
      all.writeBytes(label.bytes());
      all.write('\n');
    }
    return new Document("labels", format, all.toByteArray());
  }
}
