package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @Test
  void writesWhatASpreadsheetReads() throws IOException {
    assertThat(written("Łódź", null, "a,\"b\"\nc"))
        .isEqualTo("\uFEFFh\r\nŁódź,,\"a,\"\"b\"\"\nc\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
  void letsNoTextRunAsAFormula(String cell) throws IOException {
    assertThat(written(cell)).containsPattern("[\n\"]'" + java.util.regex.Pattern.quote(cell));
  }

  @Test
  void leavesNumbersAlone() throws IOException {
    assertThat(written(-5)).endsWith("\r\n-5\r\n");
  }

  private static String written(Object... cells) throws IOException {
    StringWriter out = new StringWriter();
    try (CsvFile file = CsvFile.to(out, "h")) {
      file.row(cells);
    }
    return out.toString();
  }
}
