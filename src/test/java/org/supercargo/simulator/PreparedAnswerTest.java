package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.redeeming;
import static org.supercargo.simulator.UpsCaller.wish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class PreparedAnswerTest {
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

  private JsonNode prepare(String json) {
    Reply reply = caller.json("/control/answers", json);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  @Test
  void givesExactlyThisAnswerAndThenTheRealOne() {
    prepare(
        """
        {"operation":"authorize","status":418,"headers":{"X-Odd":"yes","Content-Type":"text/odd"},
         "body":"short and stout ☕"}
        """);
    Reply first = caller.authorize(wish());
    assertThat(first.status()).isEqualTo(418);
    assertThat(first.body()).isEqualTo("short and stout ☕");
    assertThat(first.header("x-odd")).isEqualTo("yes");
    assertThat(first.header("content-type")).isEqualTo("text/odd");
    assertThat(first.response().headers().map().keySet())
        .containsExactlyInAnyOrder("content-length", "content-type", "date", "x-odd");
    assertThat(caller.authorize(wish()).status()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 304, 400, 403, 429, 500, 503, 599})
  void givesAnyStatusWithoutABody(int status) {
    prepare("{\"operation\":\"token\",\"status\":" + status + "}");
    Reply reply = caller.token(redeeming("any"));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void givesHtmlAndAnEmptyOkAndTooManyRequests() {
    ups.answersNextWithHtml("rate", 503, "<html><h1>Service unavailable</h1></html>");
    ups.answersNext("rate", 200, "");
    ups.answersNext("rate", 429);
    Reply html = caller.rate("any", RateQuestion.from("A1B2C3").build());
    assertThat(html.status()).isEqualTo(503);
    assertThat(html.body()).startsWith("<html>");
    assertThat(html.header("content-type")).isEqualTo("text/html");
    Reply empty = caller.rate("any", RateQuestion.from("A1B2C3").build());
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
    assertThat(caller.rate("any", RateQuestion.from("A1B2C3").build()).error())
        .isEqualTo("429 10429 Simulated 429");
  }

  @Test
  void doesNotDoTheWorkWhenItAnswersInstead() {
    String code = caller.code("alice");
    ups.answersNext("token", 500);
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(500);
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(200);
  }

  @Test
  void answersAsManyTimesAsSaidAndInTheOrderSaid() {
    ups.answersNext("refresh", 500, 2);
    ups.answersNext("refresh", 503);
    assertThat(caller.refresh("x").status()).isEqualTo(500);
    assertThat(caller.get("/control/answers").json().at("/pending/0/times").asInt()).isEqualTo(1);
    assertThat(caller.refresh("x").status()).isEqualTo(500);
    assertThat(caller.refresh("x").status()).isEqualTo(503);
    assertThat(caller.refresh("x").status()).isEqualTo(400);
  }

  @Test
  void leavesOtherOperationsAlone() {
    ups.answersNext("refresh", 500);
    assertThat(caller.authorize(wish()).status()).isEqualTo(302);
    assertThat(caller.token(redeeming(caller.code("alice"))).status()).isEqualTo(200);
  }

  @Test
  void isSlowAndDoesTheWorkAllTheSame() {
    String code = caller.code("alice");
    ups.isSlow("token", Duration.ofMillis(600));
    Instant before = Instant.now();
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(590));
  }

  @Test
  void cutsTheConnectionBeforeTheWork() {
    String code = caller.code("alice");
    ups.cutsNextBeforeWork("token");
    assertThatThrownBy(() -> caller.token(redeeming(code)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(200);
  }

  @Test
  void cutsTheConnectionAfterTheWork() {
    String code = caller.code("alice");
    ups.cutsNextAfterWork("token");
    assertThatThrownBy(() -> caller.token(redeeming(code)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(caller.token(redeeming(code)).error())
        .isEqualTo("400 10400 Invalid authorization code");
  }

  @Test
  void losesARotatedPairWhenTheAnswerToARefreshIsCut() {
    String refreshToken = caller.tokensOf("alice").get("refresh_token").asText();
    ups.cutsNextAfterWork("refresh");
    assertThatThrownBy(() -> caller.refresh(refreshToken)).isInstanceOf(UncheckedIOException.class);
    assertThat(caller.refresh(refreshToken).error()).isEqualTo("400 10400 Invalid Refresh Token");
  }

  @Test
  void reallyClosesTheSocketWithoutAByte() throws IOException {
    ups.cutsNextBeforeWork("authorize");
    try (Socket socket = new Socket(ups.uri().getHost(), ups.uri().getPort())) {
      socket.setSoTimeout(5_000);
      String request = "GET /security/v1/oauth/authorize HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      assertThat(answer.read()).isEqualTo(-1);
    }
  }

  @Test
  void showsAndDropsWhatIsPending() {
    JsonNode pending = prepare("[{\"operation\":\"rate\",\"cut\":\"after\",\"delayMillis\":5}]");
    assertThat(pending.at("/pending/0"))
        .isEqualTo(
            read(
                """
                {"operation":"rate","times":1,"delayMillis":5,"delayAfterMillis":0,"status":null,"headers":{},
                 "body":null,"cut":"after","afterWork":false}
                """));
    assertThat(caller.get("/control/answers").json()).isEqualTo(pending);
    ups.dropsPreparedAnswers();
    assertThat(caller.get("/control/answers").json().get("pending")).isEmpty();
  }

  @Test
  void takesNothingOfAnArrayWithAMistake() {
    Reply reply =
        caller.json(
            "/control/answers",
            "[{\"operation\":\"rate\",\"status\":500},{\"operation\":\"rat\",\"status\":500}]");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(caller.get("/control/answers").json().get("pending")).isEmpty();
  }

  @Test
  void letsARecordedAnswerBePastedWithItsFraming() {
    prepare(
        """
        {"operation":"rate","headers":{"Content-Length":"999","Transfer-Encoding":"chunked"},
         "body":"ok"}
        """);
    Reply reply = caller.rate("any", RateQuestion.from("A1B2C3").build());
    assertThat(reply.body()).isEqualTo("ok");
    assertThat(reply.header("content-length")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | the field operation is missing",
        "{\"operation\":\"rat\",\"status\":500} | unknown operation rat; known: authorize, ",
        "{\"operation\":\"rate\"} | nothing to do",
        "{\"operation\":\"rate\",\"delay\":5} | unknown field delay; known: ",
        "{\"operation\":\"rate\",\"status\":\"500\"} | the field status has a value of the wrong"
            + " type",
        "{\"operation\":\"rate\",\"status\":5.5} | the field status has a value of the wrong type",
        "{\"operation\":\"rate\",\"status\":100} | status must be between 200 and 599",
        "{\"operation\":\"rate\",\"status\":500,\"times\":0} | times must be between 1 and",
        "{\"operation\":\"rate\",\"delayMillis\":-1} | delayMillis must be between 0 and",
        "{\"operation\":\"ship\",\"delayAfterMillis\":-1} | delayAfterMillis must be between 0 and",
        "{\"operation\":\"ship\",\"afterWork\":true} | afterWork goes with status, headers or body",
        "{\"operation\":\"rate\",\"cut\":\"during\"} | cut must be before or after, not during",
        "{\"operation\":\"rate\",\"cut\":\"after\",\"status\":500} | a cut call gets no answer",
        "{\"operation\":\"rate\",\"headers\":{\"a b\":\"c\"}} | the header a b can't be sent",
        "{\"operation\":\"rate\",\"headers\":{\"a\":\"b\\nc\"}} | the header a can't be sent",
        "{\"operation\":\"rate\",\"headers\":{\"a\":null}} | the header a can't be sent",
        "{\"operation\":\"rate\",\"headers\":[]} | the field headers has a value of the wrong type",
        "{\"operation\":\"rate\",\"status\":500 | the body is not JSON",
        "'\"rate\"' | the body must be a JSON object",
        "[5] | the body must be a JSON object",
        "{\"status\":500,\"status\":501} | the body is not JSON",
      })
  void refusesAMistakeInWords(String json, String words) {
    String body = json.startsWith("'") ? json.substring(1, json.length() - 1) : json;
    Reply reply = caller.json("/control/answers", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).startsWith(words);
  }

  private static JsonNode read(String json) {
    try {
      return UpsCaller.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
