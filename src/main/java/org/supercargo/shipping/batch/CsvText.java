package org.supercargo.shipping.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, as it came: UTF-8 with or without a byte order mark, cells parted by semicolons,
 * commas or tabs, the columns named in the first row in any order.
 */
final class CsvText {
  /** What a spreadsheet would run, so that exports put an apostrophe before it. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
  private static final int LONGEST_CELL = 500;

  /** Put below the file: a row that swallows it has a quotation mark too few. */
  private static final String END = "\u0001";

  private static final String UNCLOSED =
      "This is no CSV file: a quotation mark is missing somewhere.";

  private CsvText() {}

  /**
   * One row.
   *
   * @param line its number in a spreadsheet: the header is 1
   * @param problem that shows in the row as a whole; null when there is none
   */
  record Row(int line, Map<Column, String> cells, @Nullable RowProblem problem) {}

  /** What a file is. */
  sealed interface Read {
    /**
     * It can be read.
     *
     * @param decimalComma whether a comma may stand before decimals
     */
    record Rows(List<Row> rows, boolean decimalComma) implements Read {}

    /** It can't; the words tell people what to do. */
    record Unreadable(String words) implements Read {}
  }

  static Read read(byte[] file, int most) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException otherCharset) {
      return new Read.Unreadable(
          "The file is not UTF-8. Save it as \"CSV UTF-8\" and upload it again.");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\0') >= 0) {
      return new Read.Unreadable("This is no CSV file.");
    }
    return rows(text, separator(text), most);
  }

  /** The one that is there most often in the first line, outside of quotes. */
  private static char separator(String text) {
    char best = SEPARATORS.getFirst();
    int most = 0;
    for (char separator : SEPARATORS) {
      int count = count(text, separator);
      if (count > most) {
        best = separator;
        most = count;
      }
    }
    return best;
  }

  private static int count(String text, char separator) {
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && (sign == '\n' || sign == '\r')) {
        return count;
      } else if (!quoted && sign == separator) {
        count++;
      }
    }
    return count;
  }

  private static Read rows(String text, char separator, int most) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text + '\n' + END)) {
      return rows(reader, separator, most);
    } catch (CsvParseException broken) {
      return new Read.Unreadable(UNCLOSED);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Read rows(CsvReader<CsvRecord> reader, char separator, int most) {
    List<Optional<Column>> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    int line = 0;
    boolean ended = false;
    for (CsvRecord each : reader) {
      line++;
      ended = each.getFields().equals(List.of(END));
      if (ended && line > 1) {
        continue;
      }
      if (line == 1) {
        Optional<String> wrong = readHeader(each.getFields(), header);
        if (wrong.isPresent()) {
          return new Read.Unreadable(wrong.get());
        }
      } else if (each.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
        if (rows.size() == most) {
          return new Read.Unreadable("The file has more than " + most + " rows. Split it.");
        }
        rows.add(row(line, each.getFields(), header));
      }
    }
    if (!ended) {
      return new Read.Unreadable(UNCLOSED);
    }
    return rows.isEmpty()
        ? new Read.Unreadable("There is no row below the header.")
        : new Read.Rows(rows, separator != ',');
  }

  /** Answers what is wrong. */
  private static Optional<String> readHeader(List<String> names, List<Optional<Column>> header) {
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      Optional<Column> column = Column.named(name);
      if (column.isPresent() && header.contains(column)) {
        return Optional.of("The column " + name.strip() + " is there twice.");
      }
      if (column.isEmpty() && !name.isBlank() && !Column.isError(name)) {
        unknown.add(cut(name.strip()));
      }
      header.add(column);
    }
    if (!unknown.isEmpty()) {
      return Optional.of(
          "The first row has to name the columns. Not known: " + String.join(", ", unknown) + ".");
    }
    List<String> missing = new ArrayList<>();
    for (Column column : Column.values()) {
      if (column.isNeeded() && !header.contains(Optional.of(column))) {
        missing.add(column.header());
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The first row has to name the columns. Missing: " + String.join(", ", missing) + ".");
  }

  private static Row row(int line, List<String> texts, List<Optional<Column>> header) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    IntStream.range(0, Math.min(texts.size(), header.size()))
        .forEach(i -> header.get(i).ifPresent(column -> cells.put(column, kept(texts.get(i)))));
    return new Row(line, cells, problem(texts, header));
  }

  private static @Nullable RowProblem problem(List<String> texts, List<Optional<Column>> header) {
    for (int i = 0; i < texts.size(); i++) {
      if (i >= header.size() && !texts.get(i).isBlank()) {
        return RowProblem.whole("The row has more cells than there are columns.");
      }
      if (i < header.size() && texts.get(i).length() > LONGEST_CELL) {
        String name = header.get(i).map(Column::header).orElse("");
        return new RowProblem(name, "is longer than " + LONGEST_CELL + " characters");
      }
    }
    return null;
  }

  private static String kept(String cell) {
    String text = unguarded(cell);
    return text.substring(0, Math.min(text.length(), LONGEST_CELL));
  }

  /** Takes off the apostrophe that our own exports put before what looks like a formula. */
  static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
