package org.supercargo.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for HashiCorp Vault's transit engine with one key of type aes256-gcm96, by its
 * documentation and stricter: what it does not know is an error. No real Vault was at hand.
 */
public final class TransitStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "supercargo";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServer server;
  private final List<byte[]> versions = new ArrayList<>();
  private final Set<String> forbidden = new HashSet<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile String token = "hvs.stand-in";
  private volatile boolean isSealed;
  private volatile Duration delay = Duration.ZERO;
  private int leastForDecryption = 1;

  /** What Vault answers instead. */
  private static final class Refused extends RuntimeException {
    private final int status;

    Refused(int status, String words) {
      super(words);
      this.status = status;
    }
  }

  private TransitStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
  }

  public static TransitStandIn starts() {
    TransitStandIn transit = new TransitStandIn();
    transit.rotates();
    transit.server.start();
    return transit;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public String token() {
    return token;
  }

  public void acceptsOnly(String other) {
    token = other;
  }

  public void forbids(String deed) {
    forbidden.add(deed);
  }

  public void isSealed(boolean shut) {
    isSealed = shut;
  }

  public void isSlow(Duration by) {
    delay = by;
  }

  /** As an operator would: vault write -f transit/keys/supercargo/rotate. */
  public synchronized void rotates() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    versions.add(key);
  }

  public synchronized int leastForDecryption() {
    return leastForDecryption;
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    int status = 200;
    byte[] body;
    try {
      Thread.sleep(delay.toMillis());
      Object data = answer(exchange);
      status = data == null ? 204 : 200;
      body = data == null ? new byte[0] : JSON.writeValueAsBytes(Map.of("data", data));
    } catch (Refused refused) {
      status = refused.status;
      body = JSON.writeValueAsBytes(Map.of("errors", List.of(refused.getMessage())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private synchronized Object answer(HttpExchange exchange) throws IOException {
    if (isSealed) {
      throw new Refused(503, "Vault is sealed");
    }
    if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
      throw new Refused(403, "permission denied");
    }
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (method.equals("GET") && path.equals("/v1/transit/keys/" + KEY)) {
      return Map.of(
          "name",
          KEY,
          "type",
          "aes256-gcm96",
          "supports_encryption",
          true,
          "latest_version",
          versions.size(),
          "min_available_version",
          0,
          "min_decryption_version",
          leastForDecryption,
          "min_encryption_version",
          0);
    }
    if (method.equals("GET")) {
      throw new Refused(404, "");
    }
    JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
    if (!method.equals("POST") || asked == null || !asked.isObject()) {
      throw new Refused(405, "unsupported operation");
    }
    String deed = path.replaceFirst("^/v1/transit/", "");
    if (forbidden.stream().anyMatch(deed::endsWith)) {
      throw new Refused(403, "1 error occurred:\n\t* permission denied\n\n");
    }
    return switch (deed) {
      case "encrypt/" + KEY -> encrypted(only(asked, "plaintext", "key_version"));
      case "decrypt/" + KEY -> decrypted(only(asked, "ciphertext"));
      case "rewrap/" + KEY -> rewrapped(only(asked, "batch_input"));
      case "keys/" + KEY + "/rotate" -> {
        only(asked);
        rotates();
        yield null;
      }
      case "keys/" + KEY + "/config" -> configured(only(asked, "min_decryption_version"));
      default -> throw new Refused(404, "no handler for route");
    };
  }

  private static JsonNode only(JsonNode asked, String... fields) {
    asked
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of(fields).contains(name)) {
                throw new Refused(400, "unknown field " + name);
              }
            });
    return asked;
  }

  private Map<String, Object> encrypted(JsonNode asked) {
    byte[] clear = decoded(asked.path("plaintext").asText());
    int version = asked.path("key_version").asInt(versions.size());
    return sealed(clear, version);
  }

  private Map<String, Object> sealed(byte[] clear, int version) {
    if (version > versions.size()) {
      throw new Refused(
          400, "requested version for encryption is higher than the latest key version");
    }
    if (version < leastForDecryption) {
      throw new Refused(
          400, "requested version for encryption is less than the minimum encryption key version");
    }
    byte[] nonce = new byte[12];
    RANDOM.nextBytes(nonce);
    byte[] bytes = crypt(Cipher.ENCRYPT_MODE, version, nonce, clear);
    byte[] all = ByteBuffer.allocate(12 + bytes.length).put(nonce).put(bytes).array();
    String text = "vault:v" + version + ":" + Base64.getEncoder().encodeToString(all);
    return Map.of("ciphertext", text, "key_version", version);
  }

  private Map<String, Object> decrypted(JsonNode asked) {
    byte[] clear = opened(asked.path("ciphertext").asText());
    return Map.of("plaintext", Base64.getEncoder().encodeToString(clear));
  }

  private byte[] opened(String text) {
    if (!text.matches("vault:v\\d{1,6}:.+")) {
      throw new Refused(400, "invalid ciphertext: no prefix");
    }
    String[] parts = text.split(":", 3);
    int version = Integer.parseInt(parts[1].substring(1));
    if (version > versions.size()) {
      throw new Refused(400, "invalid ciphertext: version is too new");
    }
    if (version < leastForDecryption) {
      throw new Refused(400, "ciphertext or signature version is disallowed by policy (too old)");
    }
    byte[] all = decoded(parts[2]);
    if (all.length < 28) {
      throw new Refused(400, "invalid ciphertext length");
    }
    byte[] nonce = Arrays.copyOf(all, 12);
    return crypt(Cipher.DECRYPT_MODE, version, nonce, Arrays.copyOfRange(all, 12, all.length));
  }

  private Map<String, Object> rewrapped(JsonNode asked) {
    List<Map<String, Object>> results = new ArrayList<>();
    boolean failed = asked.path("batch_input").isEmpty();
    for (JsonNode item : asked.path("batch_input")) {
      only(item, "ciphertext", "key_version");
      try {
        int version = item.path("key_version").asInt(versions.size());
        results.add(sealed(opened(item.path("ciphertext").asText()), version));
      } catch (Refused refused) {
        failed = true;
        results.add(Map.of("error", refused.getMessage()));
      }
    }
    if (failed) {
      throw new Refused(400, "batch failed: " + results);
    }
    return Map.of("batch_results", results);
  }

  private Map<String, Object> configured(JsonNode asked) {
    int least = asked.path("min_decryption_version").asInt(-1);
    if (least < 1 || least > versions.size()) {
      throw new Refused(
          400, "cannot set min decryption version of " + least + ", latest key version is lower");
    }
    leastForDecryption = least;
    return null;
  }

  private byte[] crypt(int mode, int version, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(versions.get(version - 1), "AES"),
          new GCMParameterSpec(128, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException refused) {
      throw new Refused(400, "cipher: message authentication failed");
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException noBase64) {
      throw new Refused(400, "failed to base64-decode plaintext");
    }
  }
}
