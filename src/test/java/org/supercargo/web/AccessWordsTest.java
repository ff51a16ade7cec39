package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supercargo.access.PasswordProblem;
import org.supercargo.access.PersonAnswer;
import org.supercargo.access.Role;
import org.supercargo.access.key.ApiKeyAnswer;
import org.supercargo.access.key.Scope;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.Outcome;

/** What the code can say has words. */
class AccessWordsTest {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.supercargo.web.messages", Locale.ENGLISH);

  @ParameterizedTest
  @MethodSource("keys")
  void everythingThatCanBeSaidHasWords(String key) {
    assertThat(WORDS.getString(key)).isNotBlank();
  }

  static Stream<String> keys() {
    return Stream.of(
            all("audit.action.", AuditAction.values()),
            all("audit.outcome.", Outcome.values()),
            all("people.role.", Role.values()),
            all("people.role.text.", Role.values()),
            all("people.", PersonAnswer.Reason.values()),
            all("api-keys.", ApiKeyAnswer.Reason.values()),
            all("api-keys.scope.", Scope.values()),
            all("password.", PasswordProblem.values()))
        .flatMap(keys -> keys);
  }

  private static Stream<String> all(String prefix, Enum<?>... values) {
    return Arrays.stream(values).map(value -> prefix + value.name());
  }
}
