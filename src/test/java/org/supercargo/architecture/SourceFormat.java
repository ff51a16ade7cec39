package org.supercargo.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * google-java-format over every source root. It parses with the JDK it runs on, so it runs on the
 * build's JDK ≥ 21 and not inside Maven, whose own JDK may be too old for the language level.
 */
final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path source : sources()) {
      String text = Files.readString(source);
      String wanted = formatted(text);
      if (!text.equals(wanted)) {
        Files.writeString(source, wanted);
        System.out.println("formatted " + source);
      }
    }
  }

  static List<Path> sources() throws IOException {
    try (var tree = Files.walk(Path.of("src"))) {
      return tree.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String formatted(String text) throws FormatterException {
    String ordered = ImportOrderer.reorderImports(text, Style.GOOGLE);
    return new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }
}
