package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChromiumTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final List<String> asked = new ArrayList<>();

  @Test
  void takesTheOneThatIsSetAndAsksNobody() {
    Chromium found = found(Optional.of(JAVA.toString()), Optional.empty(), Optional.empty(), false);
    assertThat(found.executable()).contains(JAVA);
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesASettingThatNamesNoExecutable() {
    assertThatThrownBy(
            () -> found(Optional.of("nowhere/chromium"), Optional.of(JAVA), Optional.empty(), true))
        .hasMessageContaining("supercargo.test.chromium");
  }

  @Test
  void installsNothingWhenOneIsThere() {
    assertThat(found(Optional.empty(), Optional.of(JAVA), Optional.empty(), false).executable())
        .contains(JAVA);
    assertThat(asked).containsExactly("usual");
  }

  @Test
  void fetchesOneOnlyWhenTheSystemHasNoneToInstall() {
    assertThat(found(Optional.empty(), Optional.empty(), Optional.of(JAVA), false).executable())
        .contains(JAVA);
    assertThat(asked).containsExactly("usual", "installed");
    asked.clear();
    assertThat(found(Optional.empty(), Optional.empty(), Optional.empty(), true).executable())
        .isEmpty();
    assertThat(asked).containsExactly("usual", "installed", "fetched");
  }

  @Test
  void saysWhatToInstallWhenThereIsNoWay() {
    assertThatThrownBy(() -> found(Optional.empty(), Optional.empty(), Optional.empty(), false))
        .hasMessageContaining("install the package chromium");
  }

  private Chromium found(
      Optional<String> set, Optional<Path> usual, Optional<Path> installed, boolean fetched) {
    return Chromium.found(
        set,
        () -> said("usual", usual),
        () -> said("installed", installed),
        () -> said("fetched", fetched));
  }

  private <T> T said(String who, T answer) {
    asked.add(who);
    return answer;
  }
}
