package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @Test
  void takesFewUnrelatedWords() {
    assertThat(PasswordRules.problem("alice", "tall green ladder 7")).isEmpty();
  }

  @Test
  void wantsTwelveCharactersAsPeopleCountThem() {
    assertThat(PasswordRules.problem("alice", "kr8-lampeZu")).contains(PasswordProblem.TOO_SHORT);
    assertThat(PasswordRules.problem("alice", "kr8-lampeZu!")).isEmpty();
    assertThat(PasswordRules.problem("alice", "🚢🚚📦🔑🗝🧭"))
        .as("six signs of two units each")
        .contains(PasswordProblem.TOO_SHORT);
  }

  @Test
  void takesTwoHundredCharactersAndNoMore() {
    String long200 = "abcdefghij".repeat(20);

    assertThat(PasswordRules.problem("alice", long200)).isEmpty();
    assertThat(PasswordRules.problem("alice", long200 + "k")).contains(PasswordProblem.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alexandra-7-", "ALEXANDRA2026", "alexandraalexandra", "12ALEXANDRA!"})
  void refusesTheNameInDisguise(String password) {
    assertThat(PasswordRules.problem("Alexandra", password))
        .contains(PasswordProblem.LIKE_THE_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PassWord!!!!",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "abababababab",
        "supercargo2026",
        "ＰＡＳＳＷＯＲＤ１２３４",
        "changeme-2026"
      })
  void refusesWhatAnybodyWouldTryFirst(String password) {
    assertThat(PasswordRules.problem("alice", password)).contains(PasswordProblem.COMMON);
  }
}
