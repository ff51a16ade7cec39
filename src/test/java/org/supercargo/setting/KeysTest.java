package org.supercargo.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void holdsEveryKeyThatHasADefaultAndNoOther() {
    assertThat(names()).containsExactlyInAnyOrderElementsOf(SettingsFile.defaults().keySet());
  }

  @Test
  void listsEveryConstantOfTheCatalogue() throws IllegalAccessException {
    List<Object> constants = new ArrayList<>();
    for (var field : Keys.class.getFields()) {
      constants.add(field.get(null));
    }
    assertThat(new ArrayList<Object>(Keys.all())).containsExactlyInAnyOrderElementsOf(constants);
  }

  static List<String> names() {
    return Keys.all().stream().map(Key::name).toList();
  }
}
