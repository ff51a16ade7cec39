package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @Test
  void isOneSpellingHoweverItIsTyped() {
    assertThat(PersonName.of("  ＡLICE@Example.com ")).contains(new PersonName("alice@example.com"));
    assertThat(PersonName.of("ZOE\u0308")).isEqualTo(PersonName.of("zo\u00eb")).isPresent();
  }

  @Test
  void hasOneToEightyCharacters() {
    assertThat(PersonName.of("a")).isPresent();
    assertThat(PersonName.of("a".repeat(80))).isPresent();
    assertThat(PersonName.of("a".repeat(81))).isEmpty();
    assertThat(PersonName.of("")).isEmpty();
  }

  @Test
  void mayGrowWhenItIsFoldedButNotBeyondTheColumn() {
    assertThat(PersonName.of("\uFDFA".repeat(5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "two words",
        "-dash",
        ".dot",
        "a\u0000b",
        "a\u202Eb",
        "a'b",
        "a\"b",
        "=1+1",
        "a/b",
        "a\nb",
        "@alice"
      })
  void refusesWhatIsNoName(String typed) {
    assertThat(PersonName.of(typed)).isEmpty();
  }
}
