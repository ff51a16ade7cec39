package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.wish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
  @TempDir Path folder;
  private Path file;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("demo/ups.json");
  }

  private UpsSimulator start(String... redirectUris) {
    return UpsSimulator.start(
        Settings.onAnyPort().withRedirectUris(redirectUris).withData(file).withLog(log::add));
  }

  private static int rateStatus(UpsCaller caller, JsonNode tokens, String number) {
    String access = tokens.get("access_token").asText();
    return caller.rate(access, RateQuestion.from(number).build()).status();
  }

  @Test
  void honoursItsTokensAfterARestart() {
    JsonNode tokens;
    try (UpsSimulator first = start(REDIRECT)) {
      tokens = new UpsCaller(first.uri()).tokensOf("alice");
    }
    try (UpsSimulator second = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(second.uri());
      assertThat(rateStatus(caller, tokens, "A1B2C3")).isEqualTo(200);
      assertThat(caller.refresh(tokens.get("refresh_token").asText()).status()).isEqualTo(200);
    }
    try (UpsSimulator third = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(third.uri());
      assertThat(caller.refresh(tokens.get("refresh_token").asText()).status()).isEqualTo(400);
    }
  }

  @Test
  void keepsLogInsApplicationsAndLives() {
    try (UpsSimulator first = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(first.uri());
      caller.json("/control/users", "{\"user\":\"erin\",\"accounts\":[{\"number\":\"E1R1N1\"}]}");
      caller.json("/control/clients", "{\"clientId\":\"other\",\"redirectUris\":[\"http://o/\"]}");
      caller.json("/control/lives", "{\"accessTokenSeconds\":77}");
    }
    try (UpsSimulator second = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(second.uri());
      JsonNode tokens = caller.tokensOf("erin");
      assertThat(tokens.get("expires_in").asText()).isEqualTo("76");
      assertThat(rateStatus(caller, tokens, "E1R1N1")).isEqualTo(200);
      assertThat(caller.authorize(wish("client_id", "other", "redirect_uri", "http://o/")).status())
          .isEqualTo(302);
    }
  }

  @Test
  void prefersTheRedirectsOfTheNewCommandLine() {
    start(REDIRECT).close();
    try (UpsSimulator again = start("http://localhost:9999/ups/callback")) {
      UpsCaller caller = new UpsCaller(again.uri());
      assertThat(caller.authorize(wish()).status()).isEqualTo(400);
      assertThat(
              caller.authorize(wish("redirect_uri", "http://localhost:9999/ups/callback")).status())
          .isEqualTo(302);
    }
    try (UpsSimulator silent = start()) {
      UpsCaller caller = new UpsCaller(silent.uri());
      assertThat(
              caller.authorize(wish("redirect_uri", "http://localhost:9999/ups/callback")).status())
          .isEqualTo(302);
    }
  }

  @Test
  void writesNoTokenInClearAndLeavesNothingBeside() throws IOException {
    JsonNode tokens;
    try (UpsSimulator simulator = start(REDIRECT)) {
      tokens = new UpsCaller(simulator.uri()).tokensOf("alice");
    }
    String written = Files.readString(file);
    assertThat(written)
        .contains("alice")
        .doesNotContain(tokens.get("access_token").asText())
        .doesNotContain(tokens.get("refresh_token").asText());
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void dropsExpiredTokensFromTheFile() throws IOException {
    try (UpsSimulator simulator = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(simulator.uri());
      caller.tokensOf("alice");
      caller.json("/control/clock", "{\"skewSeconds\":5184001}");
      caller.tokensOf("bob");
    }
    JsonNode tokens = UpsCaller.JSON.readTree(Files.readString(file)).get("tokens");
    assertThat(tokens.findValuesAsText("user")).containsOnly("bob").hasSize(2);
  }

  @Test
  void refusesAFileThatItCannotRead() throws IOException {
    Files.createDirectories(file.getParent());
    for (String content : List.of("{\"users\":", "{}", "{\"users\":[],\"more\":1}")) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> start(REDIRECT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void refusesAFolderThatItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("demo"), "a file where the folder should be");
    assertThatThrownBy(() -> start(REDIRECT))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("can't be written");
  }

  @Test
  void handsNoTokenOutThatItCouldNotSave() throws IOException {
    try (UpsSimulator simulator = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(simulator.uri());
      String code = caller.code("alice");
      Files.delete(file);
      Files.delete(file.getParent());
      Files.writeString(file.getParent(), "in the way");
      assertThat(caller.token(UpsCaller.redeeming(code)).error())
          .isEqualTo("500 10500 Internal server error");
      assertThat(log).anyMatch(line -> line.contains("can't be written"));
      Files.delete(file.getParent());
      caller.get("/control/health");
      assertThat(file).as("saved as soon as it can be").exists();
      assertThat(caller.tokensOf("alice").has("access_token")).isTrue();
    }
  }

  @Test
  void logsNoSecret() {
    String code;
    JsonNode tokens;
    try (UpsSimulator simulator = start(REDIRECT)) {
      UpsCaller caller = new UpsCaller(simulator.uri());
      code = caller.code("alice");
      tokens = caller.token(UpsCaller.redeeming(code)).json();
      caller.get("/lasso/signin?password=ups-demo&" + UpsCaller.encoded(wish()));
      caller.refresh(tokens.get("refresh_token").asText());
      rateStatus(caller, tokens, "A1B2C3");
    }
    assertThat(log).hasSizeGreaterThan(4).anyMatch(line -> line.endsWith("/oauth/token 200"));
    assertThat(String.join("\n", log))
        .doesNotContain("ups-demo", "supercargo-demo-secret", "code=", "Basic", "Bearer", "A1B2C3")
        .doesNotContain(tokens.get("access_token").asText());
  }
}
