package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GrantChangeTest {
  @Test
  void isDrawnInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme).contains(String.join("\n", drawing()));
  }

  @Test
  void leadsNowhereFromDeleted() {
    for (GrantChange change : GrantChange.values()) {
      assertThat(change.of(GrantState.DELETED)).isEqualTo(GrantState.DELETED);
    }
  }

  @Test
  void leadsToDeletedFromEverywhere() {
    for (GrantState state : GrantState.values()) {
      assertThat(GrantChange.FORGOTTEN.of(state)).isEqualTo(GrantState.DELETED);
    }
  }

  @Test
  void reachesEveryState() {
    for (GrantState state : GrantState.values()) {
      assertThat(state == GrantState.PENDING || isTarget(state)).as(state.name()).isTrue();
    }
  }

  private static boolean isTarget(GrantState state) {
    return List.of(GrantChange.values()).stream().anyMatch(change -> change.to() == state);
  }

  /** One line an arrow; deleting, which is possible everywhere, is drawn as one. */
  private static List<String> drawing() {
    List<String> lines = new ArrayList<>();
    for (GrantChange change : GrantChange.values()) {
      for (GrantState from : change.from()) {
        if (from != change.to() && change != GrantChange.FORGOTTEN) {
          lines.add("    %s --> %s: %s".formatted(from, change.to(), words(change)));
        }
      }
    }
    return lines;
  }

  private static String words(GrantChange change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
