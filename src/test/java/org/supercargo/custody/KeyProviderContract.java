package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every provider of master keys must do. */
abstract class KeyProviderContract {
  private static final byte[] CLEAR = bytes("a data key");
  private static final byte[] HERE = bytes("carrier_grant|17|key|0");
  private static final byte[] THERE = bytes("carrier_grant|18|key|0");

  /** With one key, which may be rotated. */
  abstract KeyProvider provider();

  /** The same one's keys, as another node sees them. */
  abstract KeyProvider onAnotherNode();

  @Test
  void opensWhatItSealedAndNamesTheKey() throws GeneralSecurityException {
    String key = provider().newest();
    byte[] sealed = provider().seal(CLEAR, HERE, key);
    assertThat(provider().hasSealed(sealed)).isTrue();
    assertThat(provider().keyOf(sealed)).isEqualTo(key).hasSizeLessThanOrEqualTo(40);
    assertThat(provider().open(sealed, HERE)).isEqualTo(CLEAR);
    assertThat(onAnotherNode().open(sealed, HERE)).isEqualTo(CLEAR);
    assertThat(provider().known()).containsExactly(key);
  }

  @Test
  void opensNothingElsewhereOrAltered() {
    byte[] sealed = provider().seal(CLEAR, HERE, provider().newest());
    assertThatThrownBy(() -> provider().open(sealed, THERE))
        .isInstanceOf(GeneralSecurityException.class);
    sealed[sealed.length - 6] = (byte) (sealed[sealed.length - 6] == 'A' ? 'B' : 'A');
    assertThatThrownBy(() -> provider().open(sealed, HERE))
        .isInstanceOf(GeneralSecurityException.class);
    assertThat(provider().hasSealed(bytes("rubbish"))).isFalse();
    assertThat(provider().hasSealed(new byte[0])).isFalse();
  }

  @Test
  void sealsWithTheKeyThatIsAskedForAlsoWhenThereIsANewerOne() throws GeneralSecurityException {
    String old = provider().newest();
    byte[] before = provider().seal(CLEAR, HERE, old);
    String fresh = provider().add().orElseThrow();
    assertThat(fresh).isNotEqualTo(old).isEqualTo(provider().newest());
    assertThat(provider().keyOf(provider().seal(CLEAR, HERE, old))).isEqualTo(old);
    assertThat(provider().keyOf(provider().seal(CLEAR, HERE, fresh))).isEqualTo(fresh);
    assertThat(provider().open(before, HERE)).isEqualTo(CLEAR);
    assertThat(provider().known()).containsExactlyInAnyOrder(old, fresh);
  }

  @Test
  void noticesAKeyThatCameElsewhere() throws GeneralSecurityException {
    KeyProvider other = onAnotherNode();
    assertThat(other.known()).hasSize(1);
    String fresh = provider().add().orElseThrow();
    byte[] sealed = provider().seal(CLEAR, HERE, fresh);
    assertThat(other.open(sealed, HERE)).as("looks once more").isEqualTo(CLEAR);
    other.refresh();
    assertThat(other.newest()).isEqualTo(fresh);
  }

  @Test
  void sealsManyAnewWithoutChangingTheirPlaces() throws GeneralSecurityException {
    String old = provider().newest();
    List<byte[]> sealed =
        List.of(provider().seal(CLEAR, HERE, old), provider().seal(CLEAR, THERE, old));
    String fresh = provider().add().orElseThrow();
    List<byte[]> anew = provider().rewrap(sealed, List.of(HERE, THERE), fresh);
    assertThat(anew).hasSize(2).allMatch(one -> provider().keyOf(one).equals(fresh));
    assertThat(provider().open(anew.get(0), HERE)).isEqualTo(CLEAR);
    assertThat(provider().open(anew.get(1), THERE)).isEqualTo(CLEAR);
    assertThatThrownBy(() -> provider().open(anew.get(0), THERE))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void opensNothingWithARetiredKey() throws GeneralSecurityException {
    String old = provider().newest();
    byte[] before = provider().seal(CLEAR, HERE, old);
    String fresh = provider().add().orElseThrow();
    byte[] after = provider().seal(CLEAR, HERE, fresh);
    provider().retire(Set.of(old));
    assertThat(provider().known()).containsExactly(fresh);
    assertThatThrownBy(() -> provider().open(before, HERE))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> provider().seal(CLEAR, HERE, old)).isInstanceOf(NotOpened.class);
    assertThat(provider().open(after, HERE)).isEqualTo(CLEAR);
  }

  @Test
  void neverRetiresTheNewestKey() {
    provider().retire(provider().known());
    assertThat(provider().known()).containsExactly(provider().newest());
  }

  @Test
  void saysNothingOfItsSecrets() {
    assertThat(provider().toString()).doesNotContain("key\":", "hvs.");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
