package org.supercargo.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What operators read about settings and what there is are the same. */
class SettingsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `((?:db|supercargo)\\.[a-z.-]+)` \\|", Pattern.MULTILINE);
  private static final Pattern LINE = Pattern.compile("^#?([A-Z_]+)=(.*)$", Pattern.MULTILINE);

  @Test
  void hasOneRowInTheReadmeForEverySetting() throws IOException {
    List<String> rows = matches("README.md", ROW).stream().map(row -> row.group(1)).toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(KeysTest.names());
  }

  @Test
  void showsEverySettingAndItsDefaultInTheExample() throws IOException {
    Map<String, String> shown =
        matches("server-config/settings.env.example", LINE).stream()
            .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2).strip()));

    assertThat(shown).containsExactlyInAnyOrderEntriesOf(defaultsInEnvironmentForm());
  }

  private static Map<String, String> defaultsInEnvironmentForm() {
    return SettingsFile.defaults().entrySet().stream()
        .collect(Collectors.toMap(entry -> environmentForm(entry.getKey()), Map.Entry::getValue));
  }

  private static String environmentForm(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static List<MatchResult> matches(String file, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(Path.of(file))).results().toList();
  }
}
