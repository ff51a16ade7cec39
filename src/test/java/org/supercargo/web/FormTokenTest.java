package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.supercargo.web.door.Forbidden;

class FormTokenTest {
  private final FormToken token = new FormToken();

  @Test
  void letsThisSessionsFormsPass() {
    assertThatCode(() -> token.require(token.getValue())).doesNotThrowAnyException();
  }

  @Test
  void refusesAFormWithoutToken() {
    assertThatThrownBy(() -> token.require(null)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> token.require("")).isInstanceOf(Forbidden.class);
  }

  @Test
  void refusesAnotherSessionsToken() {
    String other = new FormToken().getValue();

    assertThatThrownBy(() -> token.require(other)).isInstanceOf(Forbidden.class);
  }
}
