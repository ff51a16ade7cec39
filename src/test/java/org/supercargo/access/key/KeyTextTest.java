package org.supercargo.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  @Test
  void isRecognisedByItsFirstLettersAndHasMoreThan230SecretBits() {
    KeyText key = KeyText.made();
    assertThat(key.text()).matches("supercargo_[0-9A-Za-z]{54}");
    assertThat(key.prefix()).matches("supercargo_[0-9A-Za-z]{8}");
    assertThat(40 * Math.log(62) / Math.log(2)).isGreaterThan(230);
  }

  @Test
  void isNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int n = 0; n < 1_000; n++) {
      seen.add(KeyText.made().text());
    }
    assertThat(seen).hasSize(1_000);
  }

  @Test
  void doesNotTellItselfWhenItIsPrinted() {
    KeyText key = KeyText.made();
    assertThat(key.toString()).isEqualTo(key.prefix() + "…");
    assertThat(key.storedHash()).doesNotContain(key.text()).hasSize(43);
  }

  @Test
  void readsItselfAgain() {
    KeyText key = KeyText.made();
    assertThat(KeyText.of(key.text())).contains(key);
  }

  /** One letter mistyped is found without asking anybody. */
  @Property(tries = 300)
  void refusesAKeyWithOneOtherLetter(@ForAll @IntRange(min = 0, max = 53) int at) {
    StringBuilder text = new StringBuilder(KeyText.made().text());
    int place = KeyText.MARK.length() + at;
    text.setCharAt(place, text.charAt(place) == 'x' ? 'y' : 'x');
    assertThat(KeyText.of(text.toString())).isEmpty();
  }

  @Test
  void refusesWhatIsNoKey() {
    assertThat(KeyText.of("supercargo_")).isEmpty();
    assertThat(KeyText.of("supercargo_" + "a".repeat(54))).isEmpty();
    assertThat(KeyText.of("supercargo_" + "ä".repeat(54))).isEmpty();
  }
}
