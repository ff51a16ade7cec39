package org.supercargo.simulator.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Makes values that look like UPS's: their alphabet and length are what breaks clients. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RSA_3072_SIGNATURE = 384;
  private static final int FILL = 380;

  private Secrets() {}

  /**
   * Two base64 parts; the second begins U2FsdGVkX1 (an OpenSSL salted text). Holds + / = so that
   * encoding matters.
   */
  static String code() {
    byte[] salted = random(64);
    System.arraycopy("Salted__".getBytes(StandardCharsets.US_ASCII), 0, salted, 0, 8);
    Base64.Encoder base64 = Base64.getEncoder();
    String code = base64.encodeToString(random(24)) + "-" + base64.encodeToString(salted);
    return code.contains("+") && code.contains("/") ? code : code();
  }

  /** A JWT in looks only: nobody may verify it, and nothing in it names the user or an account. */
  static String accessToken(String clientId, Instant from, Instant until) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("kid", HexFormat.of().formatHex(random(16))).put("typ", "JWT").put("alg", "RS384");
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("iss", "ups-simulator").put("client_id", clientId);
    payload.put("jti", HexFormat.of().formatHex(random(16)));
    payload.put("iat", from.getEpochSecond()).put("exp", until.getEpochSecond());
    payload.put("fill", url(random(FILL - clientId.length())));
    return url(bytes(header)) + "." + url(bytes(payload)) + "." + url(random(RSA_3072_SIGNATURE));
  }

  static String refreshToken() {
    return Base64.getEncoder().encodeToString(random(400));
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
