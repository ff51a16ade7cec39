package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** After a long walk, looks for everything secret wherever it must not be. */
class SecretHuntIT extends InBrowser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'public'";

  @Test
  void leavesNoSecretInPagesAddressesLogsOrTables() throws IOException {
    Path archive = Files.createTempFile("walk", ".har");
    try {
      String key = walks(Visitor.recorded(installation().server().uri(), archive));
      List<String> secrets = secrets();
      assertThat(secrets).as("tokens of two consents at the least").hasSizeGreaterThan(6);
      assertThat(found(pages(archive), secrets)).as("in pages").isEmpty();
      assertThat(timesShown(archive, key)).as("an API key is shown once").isEqualTo(1);
      secrets.add(key);
      secrets.add(key.substring("supercargo_".length() + 8));
      assertThat(found(addresses(archive), secrets)).as("in addresses").isEmpty();
      assertThat(found(logs(), secrets)).as("in logs").isEmpty();
      assertThat(found(tables(), secrets)).as("in tables").isEmpty();
    } finally {
      Files.delete(archive);
    }
  }

  private String walks(Visitor visitor) {
    Administrator admin = Administrator.at(visitor).signsIn();
    admin.comesBackFromUps("alice").submits(Form.of("ZZZ999"));
    visitor.awaits("register:not-held");
    visitor.types("register:number", "A1B2C3");
    visitor.clicks("register:submit");
    visitor.awaits("registered-number");
    ups().answersNext("token", 500);
    admin.comesBackFromUps("bob");
    ups().answersNext("rate", 503);
    admin.opensAccounts().chooses("A1B2C3", "regenerate");
    admin.leavesForUps().consentsAs("alice");
    String key = Keyring.makes(visitor, "ACCOUNTS_READ").key();
    calls(key);
    for (String page :
        List.of("/accounts", "/timers", "/people", "/api-keys", "/audit", "/password")) {
      visitor.opens(page);
      visitor.letsThePageSettle();
    }
    visitor.close();
    return key;
  }

  /** Well, and with the key where it does not belong; the log must not repeat it. */
  private void calls(String key) {
    Program program = Program.of(installation(), key);
    assertThat(program.gets("/api/v1/accounts").status()).isEqualTo(200);
    program.gets("/api/v1/no-such-thing");
    program.gets("/api/v1/accounts?limit=x");
    program.asks("BREW", "/api/v1/accounts", null);
    Program typo = Program.of(installation(), key + "x");
    assertThat(typo.gets("/api/v1/accounts").status()).isEqualTo(401);
  }

  private long timesShown(Path archive, String key) throws IOException {
    return ours(archive).stream()
        .filter(entry -> entry.at("/response/content").path("text").asText().contains(key))
        .count();
  }

  /** Everything UPS issued, what the application knows of itself, and what was typed. */
  private List<String> secrets() {
    List<String> secrets = new ArrayList<>(ups().everySecret());
    String id = installation().server().settings().value("supercargo.ups.client-id");
    String secret = installation().server().settings().value("supercargo.ups.client-secret");
    secrets.add(secret);
    secrets.add(
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    secrets.add(Settings.ADMIN_PASSWORD);
    return secrets;
  }

  private Map<String, String> pages(Path archive) throws IOException {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (JsonNode entry : ours(archive)) {
      JsonNode content = entry.at("/response/content");
      String text = content.path("text").asText();
      boolean encoded = content.path("encoding").asText().equals("base64");
      bodies.merge(
          entry.at("/request/url").asText(), encoded ? decoded(text) : text, String::concat);
    }
    assertThat(bodies).hasSizeGreaterThan(10);
    return bodies;
  }

  /**
   * The callback's own address has to carry the code; it is answered by a redirect to a clean one.
   */
  private Map<String, String> addresses(Path archive) throws IOException {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (JsonNode entry : ours(archive)) {
      String url = entry.at("/request/url").asText();
      if (!url.contains("/connect/ups/callback")) {
        addresses.put(url, URLDecoder.decode(url, StandardCharsets.UTF_8));
      }
    }
    return addresses;
  }

  private List<JsonNode> ours(Path archive) throws IOException {
    List<JsonNode> ours = new ArrayList<>();
    String home = installation().server().uri().toString();
    for (JsonNode entry : JSON.readTree(archive.toFile()).at("/log/entries")) {
      if (entry.at("/request/url").asText().startsWith(home)) {
        ours.add(entry);
      }
    }
    return ours;
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
  }

  private Map<String, String> logs() throws IOException {
    Server server = installation().server();
    return Map.of(
        "log",
        Files.readString(server.log(), StandardCharsets.ISO_8859_1),
        "console",
        server.said());
  }

  private Map<String, String> tables() {
    Map<String, String> dump = new LinkedHashMap<>();
    for (Map<String, Object> table : installation().asks(TABLES)) {
      String name = (String) table.get("table_name");
      dump.put(
          name,
          installation().asks("select * from " + name).stream()
              .map(SecretHuntIT::text)
              .collect(Collectors.joining("\n")));
    }
    assertThat(dump.get("carrier_grant")).isNotEmpty();
    return dump;
  }

  private static String text(Map<String, Object> row) {
    return row.values().stream()
        .map(
            value ->
                value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : String.valueOf(value))
        .collect(Collectors.joining("|"));
  }

  /** Names of the places, never the secret itself. */
  private static List<String> found(Map<String, String> places, List<String> secrets) {
    return places.entrySet().stream()
        .filter(place -> secrets.stream().anyMatch(place.getValue()::contains))
        .map(Map.Entry::getKey)
        .toList();
  }
}
