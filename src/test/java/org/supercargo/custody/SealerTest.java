package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Secret;
import org.supercargo.stage.KeySet;

class SealerTest {
  private static final Place HERE = new Place("carrier_grant", "17", "access", 3);
  private final Sealer sealer = Custodies.with(KeySet.make());

  @Property(tries = 300)
  void opensWhatItSealed(@ForAll @NotEmpty String value, @ForAll("places") Place place) {
    Secret secret = Secret.of(value);
    byte[] sealed = sealer.seal(secret, place).bytes();
    assertThat(sealer.open(sealed, place)).isEqualTo(secret);
  }

  @Property(tries = 300)
  void opensNowhereElse(@ForAll("places") Place one, @ForAll("places") Place other) {
    byte[] sealed = sealer.seal(Secret.of("token"), one).bytes();
    if (!one.equals(other)) {
      assertThatThrownBy(() -> sealer.open(sealed, other)).isInstanceOf(NotOpened.class);
    }
  }

  @Property(tries = 300)
  void opensNothingThatWasAltered(@ForAll int position, @ForAll byte flip) {
    byte[] sealed = sealer.seal(Secret.of("token"), HERE).bytes();
    int at = Math.floorMod(position, sealed.length);
    sealed[at] ^= flip == 0 ? 1 : flip;
    assertThatThrownBy(() -> sealer.open(sealed, HERE)).isInstanceOf(NotOpened.class);
  }

  @Property(tries = 300)
  void namesRubbishWithoutTripping(@ForAll byte[] rubbish) {
    assertThatThrownBy(() -> sealer.open(rubbish, HERE)).isInstanceOf(NotOpened.class);
  }

  @Test
  void sealsTheSameTokenDifferentlyEachTime() {
    assertThat(sealer.seal(Secret.of("token"), HERE))
        .isNotEqualTo(sealer.seal(Secret.of("token"), HERE));
  }

  @Test
  void saysNothingOfTheKeysThatItHandsOut() {
    Sealer.Fresh fresh = sealer.newDataKey(HERE);
    assertThat(fresh.toString()).contains("(data key)").doesNotContain("byte");
    assertThat(fresh.wrapped().toString()).doesNotContain(fresh.wrapped().key());
    assertThat(sealer.toString() + sealer.providers.keySets).doesNotContain("keyData");
  }

  @Test
  void namesTheKeyThatIsMissing() {
    byte[] sealed = Custodies.with(KeySet.make()).seal(Secret.of("token"), HERE).bytes();
    assertThatThrownBy(() -> sealer.open(sealed, HERE))
        .isInstanceOf(NotOpened.class)
        .hasMessageMatching(
            "carrier_grant 17, access was sealed with key [0-9a-f]{8}, which is missing");
  }

  @Provide
  Arbitrary<Place> places() {
    return Combinators.combine(
            Arbitraries.of("carrier_grant", "connect_attempt"),
            Arbitraries.of("1", "11", "2"),
            Arbitraries.of("access", "refresh"),
            Arbitraries.of(0, 1, 11))
        .as(Place::new);
  }
}
