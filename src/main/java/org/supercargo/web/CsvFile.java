package org.supercargo.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CSV download, written row by row: UTF-8 with a byte order mark, without which spreadsheets
 * misread letters. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
public final class CsvFile implements AutoCloseable {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final CsvWriter rows;

  private CsvFile(Writer out) {
    rows = CsvWriter.builder().build(out);
  }

  /** Begins the download as the answer of this Faces request. */
  public static CsvFile answering(FacesContext faces, String name, String... header)
      throws IOException {
    ExternalContext answer = faces.getExternalContext();
    answer.setResponseContentType("text/csv; charset=UTF-8");
    answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8));
    faces.responseComplete();
    return to(out, header);
  }

  static CsvFile to(Writer out, String... header) throws IOException {
    out.write('\uFEFF');
    CsvFile file = new CsvFile(out);
    file.row((Object[]) header);
    return file;
  }

  /** One row; null is an empty cell. */
  public void row(@Nullable Object... cells) {
    rows.writeRecord(Arrays.stream(cells).map(CsvFile::harmless).toList());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static String harmless(@Nullable Object cell) {
    String text = cell == null ? "" : cell.toString();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !(cell instanceof Number) ? "'" + text : text;
  }
}
