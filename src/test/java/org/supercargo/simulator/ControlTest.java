package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.redeeming;
import static org.supercargo.simulator.UpsCaller.wish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class ControlTest {
  private Ups ups;
  private UpsCaller caller;

  @BeforeEach
  void start() {
    ups = Ups.starts(REDIRECT);
    caller = new UpsCaller(ups.uri());
  }

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void saysThatItIsUp() {
    Reply reply = caller.get("/control/health");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("status").asText()).isEqualTo("UP");
  }

  @Test
  void booksCallsWithHeadersAndBodyAsTheyCame() {
    caller.refresh("one token");
    caller.authorize(wish());
    caller.refresh("two");
    JsonNode book = ups.calls("refresh");
    assertThat(book.get("operation").asText()).isEqualTo("refresh");
    assertThat(book.get("count").asInt()).isEqualTo(2);
    JsonNode call = book.at("/calls/0");
    assertThat(call.get("method").asText()).isEqualTo("POST");
    assertThat(call.get("path").asText()).isEqualTo("/security/v1/oauth/refresh");
    assertThat(call.get("body").asText())
        .isEqualTo("grant_type=refresh_token&refresh_token=one+token");
    assertThat(call.at("/headers/authorization/0").asText()).isEqualTo(UpsCaller.demoBasic());
    assertThat(call.get("status").asInt()).isEqualTo(400);
    assertThat(call.get("cut").isNull()).isTrue();
    assertThat(Instant.parse(call.get("at").asText()))
        .isBetween(Instant.now().minusSeconds(20), Instant.now().plusSeconds(1));
    assertThat(ups.calls("authorize").at("/calls/0/query").asText()).startsWith("client_id=");
    assertThat(ups.refreshCalls()).isEqualTo(2);
  }

  @Test
  void booksAllOperationsInTheOrderOfTheirCalls() {
    caller.authorize(wish());
    caller.get("/nowhere");
    caller.refresh("x");
    JsonNode book = caller.get("/control/calls").json();
    assertThat(book.get("count").asInt()).isEqualTo(3);
    assertThat(book.get("calls").findValuesAsText("operation"))
        .containsExactly("authorize", "none", "refresh");
  }

  @Test
  void countsMoreCallsThanItKeeps() {
    for (int i = 0; i < 205; i++) {
      caller.get("/security/v1/oauth/authorize?n=" + i);
    }
    JsonNode book = ups.calls("authorize");
    assertThat(book.get("count").asInt()).isEqualTo(205);
    assertThat(book.get("calls")).hasSize(200);
    assertThat(book.at("/calls/0/query").asText()).isEqualTo("n=5");
  }

  @Test
  void forgetsCallsWhenAsked() {
    caller.authorize(wish());
    caller.send(java.net.http.HttpRequest.newBuilder(ups.uri().resolve("/control/calls")).DELETE());
    assertThat(ups.count("authorize")).isZero();
  }

  @Test
  void tellsAndSetsLives() {
    assertThat(caller.get("/control/lives").body())
        .isEqualTo(
            "{\"accessTokenSeconds\":3600,\"refreshTokenSeconds\":5184000,\"codeSeconds\":600,"
                + "\"refreshGraceSeconds\":0}");
    JsonNode lives = caller.json("/control/lives", "{\"accessTokenSeconds\":5}").json();
    assertThat(lives.get("accessTokenSeconds").asInt()).isEqualTo(5);
    assertThat(lives.get("codeSeconds").asInt()).isEqualTo(600);
  }

  @Test
  void movesTheClock() {
    ups.skewsClock(Duration.ofDays(-1));
    JsonNode clock = caller.get("/control/clock").json();
    assertThat(clock.get("skewSeconds").asLong()).isEqualTo(-86_400);
    assertThat(Instant.parse(clock.get("now").asText()))
        .isBefore(Instant.now().minus(Duration.ofHours(23)));
    long issuedAt = Long.parseLong(caller.tokensOf("alice").get("issued_at").asText());
    assertThat(Instant.ofEpochMilli(issuedAt)).isBefore(Instant.now().minus(Duration.ofHours(23)));
  }

  @Test
  void addsAndChangesLogIns() {
    caller.json(
        "/control/users",
        """
        {"user":"erin","password":"s3cret","name":"Erin","accounts":[{"number":"E1R1N1",
         "country":"CA","postalCode":"M5V2T6","negotiatedRates":false}]}
        """);
    assertThat(caller.signIn(wish(), "erin", "ups-demo").status()).isEqualTo(200);
    assertThat(caller.signIn(wish(), "erin", "s3cret").status()).isEqualTo(302);
    caller.json("/control/users", "{\"user\":\"erin\",\"password\":\"other\"}");
    JsonNode erin = caller.get("/control/users").json().at("/users/5");
    assertThat(erin.get("name").asText()).isEqualTo("Erin");
    assertThat(erin.get("password").asText()).isEqualTo("other");
    assertThat(erin.at("/accounts/0/negotiatedRates").asBoolean()).isFalse();
  }

  @Test
  void begetsTheLogInsOfTheReadme() {
    JsonNode users = caller.get("/control/users").json().get("users");
    assertThat(users.findValuesAsText("user"))
        .containsExactly("alice", "bob", "carol", "dave", "zoë");
    assertThat(users.findValuesAsText("password")).containsOnly("ups-demo");
    assertThat(users.findValuesAsText("number"))
        .containsExactly("A1B2C3", "001234", "R7T901", "4E5F6G", "C4R0L9", "D4V300", "Z0E777");
  }

  @Test
  void listsEverySecretThatLeftAndKeepsTheListThroughAReset() {
    String code = caller.code("alice");
    JsonNode tokens = caller.token(redeeming(code)).json();
    ups.forgets();
    assertThat(ups.everySecret())
        .contains(
            code,
            tokens.get("access_token").asText(),
            tokens.get("refresh_token").asText(),
            "supercargo-demo-secret")
        .doesNotContain("ups-demo");
  }

  @Test
  void goesBackToTheBeginning() {
    JsonNode tokens = caller.tokensOf("alice");
    ups.hasUser("erin", "E1R1N1");
    ups.blocksTheMerchant(true);
    ups.registersRedirects("http://other/");
    ups.expiresTokensAfter(Duration.ofSeconds(5), Duration.ofSeconds(5));
    ups.skewsClock(Duration.ofDays(1));
    ups.answersNext("refresh", 500);
    ups.forgets();
    assertThat(ups.count("token")).isZero();
    assertThat(caller.get("/control/users").json().get("users")).hasSize(5);
    assertThat(caller.get("/control/clock").json().get("skewSeconds").asInt()).isZero();
    assertThat(caller.refresh(tokens.get("refresh_token").asText()).status()).isEqualTo(400);
    assertThat(caller.tokensOf("alice").get("expires_in").asText()).isEqualTo("3599");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lives | {\"accessSeconds\":5} | unknown field accessSeconds",
        "lives | {\"accessTokenSeconds\":0} | accessTokenSeconds must be between 1 and",
        "lives | {\"refreshGraceSeconds\":-1} | refreshGraceSeconds must be between 0 and",
        "clock | {} | nothing to do: give skewSeconds, parcelsAheadSeconds or",
        "clock | {\"trackableAfterSeconds\":-1} | trackableAfterSeconds must be between 0 and",
        "clock | {\"parcelsAheadSeconds\":99999999999} | parcelsAheadSeconds must be between",
        "limit | {} | the field callsPerSecond is missing",
        "limit | {\"callsPerSecond\":-1} | callsPerSecond must be between 0 and",
        "shipments | {\"fate\":\"lost\"} | the field shipment is missing",
        "clock | {\"skewSeconds\":\"5\"} | the field skewSeconds has a value of the wrong type",
        "clock | {\"skewSeconds\":99999999999} | skewSeconds must be between",
        "revoke | {\"user\":\"nobody\"} | unknown user nobody",
        "revoke | [] | the body must be a JSON object",
        "revoke | nonsense | the body is not JSON",
        "users | {\"name\":\"x\"} | the field user is missing",
        "users | {\"user\":\"x\",\"accounts\":[{\"number\":\"abc\"}]} | an account number has six",
        "users | {\"user\":\"x\",\"accounts\":[null]} | the field accounts is missing",
        "users | {\"user\":\"x\",\"accounts\":[{\"number\":\"A1B2C3\"},{\"number\":\"A1B2C3\"}]} |"
            + " the account number A1B2C3 comes twice",
        "users | {\"user\":\"x\",\"accounts\":[{\"nr\":\"A1B2C3\"}]} | unknown field nr",
        "users | {\"user\":\"x\",\"accounts\":[{\"number\":5}]} | the field accounts.[0].number"
            + " has",
        "clients | {\"secret\":\"x\"} | the field clientId is missing",
        "clients | {\"clientId\":\"a:b\"} | clientId must be",
        "clients | {\"clientId\":\"a\",\"redirectUris\":[\"/rel\"]} | a redirect URI is absolute",
        "clients | {\"clientId\":\"a\",\"redirectUris\":[\"http://h/#f\"]} | a redirect URI is"
            + " absolute",
        "clients | {\"clientId\":\"a\",\"redirectUris\":[\"http://h h/\"]} | this is no redirect"
            + " URI",
        "clients | {\"clientId\":\"a\",\"appName\":\"Ω\"} | appName must be printable ASCII",
        "clients | {\"clientId\":\"a\",\"secret\":\"\"} | the field secret is missing",
        "clients | {\"clientId\":\"a\",\"blocked\":\"yes\"} | the field blocked has a value",
      })
  void refusesAMistakeInWords(String room, String json, String words) {
    Reply reply = caller.json("/control/" + room, json);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).startsWith(words);
  }

  @Test
  void tellsWhatIsThereWhenNothingIsFound() {
    Reply reply = caller.get("/control/nothing");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("error").asText())
        .contains("POST /control/answers", "GET /control/tokens");
    assertThat(caller.get("/control/calls?operation=rat").status()).isEqualTo(400);
    assertThat(caller.get("/control/calls?operation=rate&operation=token").status()).isEqualTo(400);
  }

  @Test
  void answersNoWebPage() {
    for (String origin : List.of("http://evil.example", "null", ups.uri().toString())) {
      assertThat(caller.get("/control/users", "Origin", origin).status()).isEqualTo(403);
      assertThat(caller.json("/control/reset", "{}", "Origin", origin).status()).isEqualTo(403);
    }
  }

  @Test
  void answersNoBorrowedHostName() throws IOException {
    try (Socket socket = new Socket(ups.uri().getHost(), ups.uri().getPort())) {
      String request =
          "GET /control/users HTTP/1.1\r\nHost: evil.example:8090\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("alice");
    }
  }

  @Test
  void listensOnOneAddressOfThisMachineOnly() throws IOException {
    List<InetAddress> others = new ArrayList<>(List.of(InetAddress.getByName("127.0.0.2")));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .forEach(others::add);
    others.remove(InetAddress.getByName("127.0.0.1"));
    assertThat(others)
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThatThrownBy(() -> new Socket(address, ups.uri().getPort()).close())
                    .isInstanceOf(IOException.class));
  }
}
