package org.supercargo.shipping.label;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class PackedTest {
  @Property(tries = 500)
  void givesBackWhatWasPacked(@ForAll byte[] content) {
    assertThat(Packed.unpack(Packed.pack(content), Packed.checksum(content)))
        .hasValueSatisfying(back -> assertThat(back).isEqualTo(content));
  }

  @Property(tries = 500)
  void neverTakesDamagedBytesForGood(
      @ForAll @NotEmpty byte[] content, @ForAll @IntRange(min = 0, max = 10_000) int place) {
    byte[] packed = Packed.pack(content);
    packed[place % packed.length] ^= 0x55;
    Packed.unpack(packed, Packed.checksum(content))
        .ifPresent(back -> assertThat(back).isEqualTo(content));
  }
}
