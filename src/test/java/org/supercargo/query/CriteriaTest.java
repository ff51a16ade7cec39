package org.supercargo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private final Criteria criteria = new Criteria();

  @Test
  void asksForEverythingWhenNothingIsNamed() {
    criteria.when("p.role = :role", "role", null);
    assertThat(criteria.where()).isEmpty();
  }

  @Test
  void joinsWhatIsNamed() {
    criteria.always("s.id > 0");
    criteria.when("s.state = :state", "state", "CREATED");
    assertThat(criteria.where()).isEqualTo(" where s.id > 0 and s.state = :state");
  }

  @Test
  void looksForSignsOfPatternsAsTheyStand() {
    assertThat(Criteria.within(" 5_%! ", text -> text.strip().toLowerCase(Locale.ROOT)))
        .isEqualTo("%5!_!%!!%");
  }

  @Test
  void looksForNothingInABlank() {
    assertThat(Criteria.within("  ", String::strip)).isNull();
    assertThat(Criteria.within(null, String::strip)).isNull();
    assertThat(Criteria.anywhere("")).isEqualTo("%%");
  }

  @Test
  void handsIdsOverAsOne() {
    assertThat(Ids.array(List.of(7L, 11L))).containsExactly(7L, 11L);
  }
}
