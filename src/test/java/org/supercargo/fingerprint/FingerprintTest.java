package org.supercargo.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the examples of the standard, FIPS 180-4, and of PKCE, RFC 7636. */
class FingerprintTest {
  @Test
  void isASha256() {
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    String digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Fingerprint.hex(abc)).isEqualTo(digits);
    assertThat(Fingerprint.of(abc)).hasSize(Fingerprint.LENGTH).isEqualTo(hex(digits));
  }

  @Test
  void isTextThatNeedsNoEscaping() {
    assertThat(Fingerprint.text("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
