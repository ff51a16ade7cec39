package org.supercargo.shipping.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static final int MOST = 50;

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void readsWhatSpreadsheetsWrite(String separator) {
    String file =
        "\uFEFF"
            + Files.HEADER.replace(",", separator)
            + Files.row("\"A, \"\"1\"\";\n2\"").replace("UPS", "Łódź").replace(",", separator);
    // The separator stands inside of the quotes, too.
    CsvText.Row row = rows(file).rows().getFirst();
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.problem()).isNull();
    assertThat(row.cells().get(Column.SERVICE)).isEqualTo("Łódź Ground");
    assertThat(row.cells().get(Column.REFERENCE)).contains("\"1\"").contains("\n2");
  }

  @Test
  void takesColumnsInAnyOrderAndInAnyCase() {
    List<String> header = Arrays.asList(Files.HEADER.strip().split(","));
    List<String> cells = Arrays.asList(Files.row("A-1").strip().split(","));
    String turned =
        String.join(",", header.reversed()).toUpperCase().replace('_', ' ')
            + "\n"
            + String.join(",", cells.reversed());
    assertThat(rows(turned).rows().getFirst().cells())
        .containsEntry(Column.REFERENCE, "A-1")
        .containsEntry(Column.TO_POSTAL_CODE, "10036");
  }

  @Test
  void countsRowsAsASpreadsheetDoes() {
    String file = Files.HEADER + Files.row("A-1") + "\n,,,,,,,,,\n" + Files.row("A-2");
    assertThat(rows(file).rows()).extracting(CsvText.Row::line).containsExactly(2, 5);
  }

  @Test
  void takesTheTemplateWithAllItsColumns() {
    String file = line(Column::header) + line(Column::example);
    Map<Column, String> cells = rows(file).rows().getFirst().cells();
    for (Column column : Column.values()) {
      assertThat(cells).containsEntry(column, column.example());
    }
  }

  @Test
  void takesBackWhatItGaveAwayWithAReasonAndGuardedFormulas() {
    String file =
        Files.HEADER.strip() + ",error\n" + Files.row("'+49 89").strip() + ",UPS says no\n";
    assertThat(rows(file).rows().getFirst().cells()).containsEntry(Column.REFERENCE, "+49 89");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b|Not known: a, b",
        "reference|Missing: service, to_name",
        "service,service|is there twice",
        "''|Missing",
      })
  void saysWhatIsWrongWithTheHeader(String header, String words) {
    assertThat(unreadable(header + "\n1,2\n")).contains(words);
  }

  @Test
  void saysWhatIsWrongWithTheFile() {
    assertThat(unreadable(Files.HEADER)).contains("no row");
    assertThat(unreadable(Files.HEADER + "\"open")).contains("quotation mark");
    assertThat(unreadable(Files.of(MOST + 1))).contains("more than 50 rows");
    assertThat(unreadable("PK\0\0")).contains("no CSV");
    byte[] latin = Files.of(1).replace("Inc", "Société").getBytes(Charset.forName("cp1252"));
    assertThat(((CsvText.Read.Unreadable) CsvText.read(latin, MOST)).words()).contains("UTF-8");
  }

  @Test
  void tellsARowWithTooManyCells() {
    String file = Files.HEADER + Files.row("A-1").strip() + ",one more\n";
    assertThat(rows(file).rows().getFirst().problem().words()).contains("more cells");
  }

  /** Whatever is typed into cells comes back as it was, however it is parted. */
  @Property(tries = 300)
  void readsBackWhateverIsWritten(
      @ForAll("texts") String reference, @ForAll("texts") String name, @ForAll char which) {
    char separator = List.of(';', ',', '\t').get(which % 3);
    String header = Files.HEADER.strip().replace(',', separator);
    String row =
        quoted(reference) + separator + "03" + separator + quoted(name) + separator + "street";
    Map<Column, String> cells = rows(header + "\r\n" + row + "\r\n").rows().getFirst().cells();
    assertThat(cells)
        .containsEntry(Column.REFERENCE, reference)
        .containsEntry(Column.TO_NAME, name)
        .containsEntry(Column.SERVICE, "03");
  }

  /** No file breaks it: it is read, or words say why not. */
  @Property(tries = 500)
  void answersToEveryFile(@ForAll byte[] file) {
    assertThat(CsvText.read(file, MOST)).isNotNull();
  }

  @Property(tries = 500)
  void answersToEveryText(@ForAll("scraps") String text) {
    CsvText.Read read = CsvText.read((Files.HEADER + text).getBytes(StandardCharsets.UTF_8), MOST);
    switch (read) {
      case CsvText.Read.Rows rows -> assertThat(rows.rows()).isNotEmpty();
      case CsvText.Read.Unreadable(String words) -> assertThat(words).endsWith(".");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abcŁ漢\"';,\t\n=+-@ ")
        .ofMaxLength(30)
        .filter(text -> !text.startsWith("'"));
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.strings().withChars("ab\"';,\t\r\n=1 \uFEFF").ofMaxLength(200);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String line(Function<Column, String> cell) {
    return Arrays.stream(Column.values()).map(cell).collect(Collectors.joining(";", "", "\n"));
  }

  private static CsvText.Read.Rows rows(String file) {
    CsvText.Read read = CsvText.read(file.getBytes(StandardCharsets.UTF_8), MOST);
    assertThat(read).isInstanceOf(CsvText.Read.Rows.class);
    return (CsvText.Read.Rows) read;
  }

  private static String unreadable(String file) {
    CsvText.Read read = CsvText.read(file.getBytes(StandardCharsets.UTF_8), MOST);
    assertThat(read).isInstanceOf(CsvText.Read.Unreadable.class);
    return ((CsvText.Read.Unreadable) read).words();
  }
}
