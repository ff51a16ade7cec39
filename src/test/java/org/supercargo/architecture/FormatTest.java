package org.supercargo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    List<Path> sources = SourceFormat.sources();
    assertThat(sources).hasSizeGreaterThan(20);
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      if (!text.equals(SourceFormat.formatted(text))) {
        unformatted.add(source);
      }
    }
    assertThat(unformatted).as("run mvn -Pformat").isEmpty();
  }
}
