package org.supercargo.custody;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.fingerprint.Fingerprint;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * A key of HashiCorp Vault's transit engine, each version of it a master key: {@code vault:v3}. The
 * keys never leave Vault. What is sealed carries a digest of its place inside, since Vault wraps
 * anew without being told the place.
 */
@ApplicationScoped
class Transit implements KeyProvider {
  private static final Logger LOG = System.getLogger(Transit.class.getName());
  private static final JsonFactory JSON = new JsonFactory();
  private static final String PREFIX = "vault:v";

  @Inject Settings settings;
  @Inject TransitHttp http;
  private volatile @Nullable Versions versions;
  private volatile boolean mayRetire = true;
  private volatile String told = "";

  /** Those that may open, and the one that Vault would seal with. */
  private record Versions(int oldest, int latest) {}

  /** Writes a JSON object's fields. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  @Override
  public boolean hasSealed(byte[] sealed) {
    return text(sealed, PREFIX.length()).equals(PREFIX);
  }

  @Override
  public String keyOf(byte[] sealed) {
    String text = text(sealed, 40);
    int end = text.indexOf(':', PREFIX.length());
    return end < 0 ? text : text.substring(0, end);
  }

  /** Whether the settings let this node ask Vault, for sealing or for opening only. */
  boolean isSet() {
    return settings
        .get(Keys.TRANSIT_TOKEN)
        .or(() -> settings.get(Keys.TRANSIT_TOKEN_FILE))
        .isPresent();
  }

  static boolean isOurs(String key) {
    return key.startsWith(PREFIX);
  }

  @Override
  public void refresh() {
    try (TransitHttp.Answer answer = allowed(http.get("keys/" + name()))) {
      JsonNode data = answer.data();
      int latest = data.path("latest_version").asInt();
      if (latest < 1 || !data.path("supports_encryption").asBoolean(true)) {
        throw new KeysAway("Vault's key " + name() + " is not for sealing");
      }
      versions = new Versions(Math.max(1, data.path("min_decryption_version").asInt(1)), latest);
      told = "";
    } catch (KeysAway away) {
      if (versions == null) {
        throw away;
      }
      String trouble = String.valueOf(away.getMessage());
      if (!trouble.equals(told)) {
        LOG.log(Level.WARNING, "{0}; what is known of its keys stays", trouble);
        told = trouble;
      }
    }
  }

  @Override
  public Set<String> known() {
    Versions known = versions();
    return IntStream.rangeClosed(known.oldest(), known.latest())
        .mapToObj(version -> PREFIX + version)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String newest() {
    return PREFIX + versions().latest();
  }

  @Override
  public byte[] seal(byte[] clear, byte[] associatedData, String key) {
    byte[] bound = bound(clear, associatedData);
    byte[] body =
        json(
            fields -> {
              fields.writeBinaryField("plaintext", bound);
              fields.writeNumberField("key_version", version(key));
            });
    Arrays.fill(bound, (byte) 0);
    try (TransitHttp.Answer answer = allowed(http.post("encrypt/" + name(), body))) {
      if (answer.isRefusal()) {
        throw new NotOpened("Vault does not seal with " + key);
      }
      return ciphertext(answer.data(), key);
    }
  }

  @Override
  public byte[] open(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
    if (!known().contains(keyOf(sealed))) {
      refresh();
    }
    byte[] body = json(fields -> fields.writeStringField("ciphertext", text(sealed)));
    try (TransitHttp.Answer answer = allowed(http.post("decrypt/" + name(), body))) {
      if (answer.isRefusal()) {
        throw new GeneralSecurityException("refused by Vault");
      }
      return unbound(plaintext(answer.body()), associatedData);
    }
  }

  /** Inside Vault: no key is seen here. The places stay bound, being part of what is sealed. */
  @Override
  public List<byte[]> rewrap(List<byte[]> sealed, List<byte[]> places, String key)
      throws GeneralSecurityException {
    byte[] body =
        json(
            fields -> {
              fields.writeArrayFieldStart("batch_input");
              for (byte[] one : sealed) {
                fields.writeStartObject();
                fields.writeStringField("ciphertext", text(one));
                fields.writeNumberField("key_version", version(key));
                fields.writeEndObject();
              }
              fields.writeEndArray();
            });
    try (TransitHttp.Answer answer = allowed(http.post("rewrap/" + name(), body))) {
      JsonNode results = answer.data().path("batch_results");
      if (answer.isRefusal() || results.size() != sealed.size()) {
        throw new GeneralSecurityException("refused by Vault");
      }
      List<byte[]> fresh = new ArrayList<>();
      for (JsonNode result : results) {
        if (!result.path("error").asText().isEmpty()) {
          throw new GeneralSecurityException("refused by Vault");
        }
        fresh.add(ciphertext(result, key));
      }
      return fresh;
    }
  }

  /** Empty when Vault's policy leaves that to somebody else. */
  @Override
  public Optional<String> add() {
    try (TransitHttp.Answer answer = http.post("keys/" + name() + "/rotate", json(fields -> {}))) {
      if (answer.isForbidden() || answer.isRefusal()) {
        return Optional.empty();
      }
    }
    refresh();
    return Optional.of(newest());
  }

  /** Vault opens nothing any more that a version below the oldest one in use has sealed. */
  @Override
  public void retire(Set<String> keys) {
    Versions known = versions();
    int oldest = known.oldest();
    while (oldest < known.latest() && keys.contains(PREFIX + oldest)) {
      oldest++;
    }
    if (oldest > known.oldest() && mayRetire) {
      int least = oldest;
      byte[] body = json(fields -> fields.writeNumberField("min_decryption_version", least));
      try (TransitHttp.Answer answer = http.post("keys/" + name() + "/config", body)) {
        mayRetire = !answer.isForbidden() && !answer.isRefusal();
      }
      refresh();
    }
  }

  private Versions versions() {
    if (versions == null) {
      refresh();
    }
    return java.util.Objects.requireNonNull(versions);
  }

  private String name() {
    return settings.get(Keys.TRANSIT_KEY);
  }

  private static int version(String key) {
    return Integer.parseInt(key.substring(PREFIX.length()));
  }

  private static TransitHttp.Answer allowed(TransitHttp.Answer answer) {
    if (answer.isForbidden()) {
      throw new KeysAway("Vault refuses the token");
    }
    return answer;
  }

  /** Vault must have used the version that was asked for. */
  private static byte[] ciphertext(JsonNode answer, String key) {
    String text = answer.path("ciphertext").asText();
    if (!text.startsWith(key + ":")) {
      throw new KeysAway("Vault has sealed with another version than " + key);
    }
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bound(byte[] clear, byte[] associatedData) {
    byte[] bound = Arrays.copyOf(clear, clear.length + Fingerprint.LENGTH);
    System.arraycopy(Fingerprint.of(associatedData), 0, bound, clear.length, Fingerprint.LENGTH);
    return bound;
  }

  private static byte[] unbound(byte[] bound, byte[] associatedData)
      throws GeneralSecurityException {
    int length = bound.length - Fingerprint.LENGTH;
    try {
      if (length < 0
          || !MessageDigest.isEqual(
              Fingerprint.of(associatedData), Arrays.copyOfRange(bound, length, bound.length))) {
        throw new GeneralSecurityException("sealed for another place");
      }
      return Arrays.copyOf(bound, length);
    } finally {
      Arrays.fill(bound, (byte) 0);
    }
  }

  /** Straight into bytes: a String could not be wiped. */
  private static byte[] plaintext(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && parser.currentName().equals("plaintext")) {
          parser.nextToken();
          return parser.getBinaryValue();
        }
      }
    } catch (IOException notJson) {
      throw new KeysAway("Vault's answer is not JSON");
    }
    throw new KeysAway("Vault's answer holds nothing that was opened");
  }

  private static byte[] json(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static String text(byte[] sealed) {
    return text(sealed, sealed.length);
  }

  private static String text(byte[] sealed, int most) {
    return new String(sealed, 0, Math.min(most, sealed.length), StandardCharsets.US_ASCII);
  }
}
