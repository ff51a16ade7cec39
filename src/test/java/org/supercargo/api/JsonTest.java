package org.supercargo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Thing(
      @Nullable String name,
      @Nullable Integer count,
      @Nullable BigDecimal weight,
      @Nullable List<Thing> parts,
      @Nullable Instant at) {}

  record Needy(String name, @Nullable Needy inner, boolean flag) {}

  @Test
  void writesInstantsAsIsoAndLeavesOutWhatIsNotKnown() {
    Thing thing = new Thing("a", 1, null, List.of(), Instant.parse("2026-11-28T11:05:00Z"));
    assertThat(new String(Json.bytes(thing), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"a\",\"count\":1,\"parts\":[],\"at\":\"2026-11-28T11:05:00Z\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"name\":}",
        "{\"name\":\"a\"} {}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{'name':'a'}",
        "\u0000",
        "{\"count\":1e99999}",
        "{\"weight\":11111111111111111111111111111111111111111111111111111111}"
      })
  void refusesWhatIsNoJson(String body) {
    assertThat(refusal(body).problem().status()).isBetween(400, 422);
    assertThat(refusal(body).problem().detail()).doesNotContain("jackson", "org.", "java.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"nam\":\"a\"} | /nam",
        "{\"count\":\"1\"} | /count",
        "{\"count\":1.5} | /count",
        "{\"name\":7} | /name",
        "{\"name\":true} | /name",
        "{\"name\":\"a\\u0000b\"} | /name",
        "{\"name\":\"a\\u001fb\"} | /name",
        "{\"name\":\"a\\ud800b\"} | /name",
        "{\"weight\":\"x\"} | /weight",
        "{\"parts\":{}} | /parts",
        "{\"parts\":[{\"parts\":[{\"count\":99999999999}]}]} | /parts/0/parts/0/count",
        "{\"a/b~c\":1} | /a~1b~0c",
        "[] | ''"
      })
  void pointsToWhatIsNotAsItShouldBe(String body, String pointer) {
    Problem problem = refusal(body).problem();
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly(pointer);
    assertThat(problem.errors().getFirst().detail()).doesNotContain("jackson", "org.", "java.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /name",
        "{\"name\":null} | /name",
        "{\"name\":\"a\",\"inner\":{}} | /inner/name"
      })
  void wantsWhatTheRecordDoesNotCallNullable(String body, String pointer) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Json.read(body.getBytes(StandardCharsets.UTF_8), Needy.class));
    assertThat(refusal.problem().errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly(pointer);
  }

  @Test
  void takesAFlagThatIsNotThereForNo() {
    byte[] body = "{\"name\":\"a\",\"inner\":null}".getBytes(StandardCharsets.UTF_8);
    assertThat(Json.read(body, Needy.class)).isEqualTo(new Needy("a", null, false));
  }

  @Test
  void readsDecimalsWithoutAnExponentAndWritesThemAsStrings() {
    for (String weight : List.of("1.50", "\"1.50\"")) {
      byte[] body = ("{\"weight\":" + weight + "}").getBytes(StandardCharsets.UTF_8);
      assertThat(new String(Json.bytes(Json.read(body, Thing.class)), StandardCharsets.UTF_8))
          .isEqualTo("{\"weight\":\"1.50\"}");
    }
    for (String weight : List.of("1e999999999", "\"1e999999999\"", "\"NaN\"", "{}", "[1]")) {
      assertThat(refusal("{\"weight\":" + weight + "}").problem().status()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null"})
  void knowsABodyThatIsNone(String body) {
    assertThat(Json.read(body.getBytes(StandardCharsets.UTF_8), Thing.class)).isNull();
  }

  @Test
  void refusesAListWithAHole() {
    assertThat(refusal("{\"parts\":[null]}").problem().status()).isEqualTo(422);
  }

  @Test
  void isNotDrivenIntoTheDepths() {
    assertThat(refusal("{\"parts\":[".repeat(10_000)).problem().status()).isEqualTo(400);
  }

  private static Refusal refusal(String body) {
    return catchThrowableOfType(
        Refusal.class, () -> Json.read(body.getBytes(StandardCharsets.UTF_8), Thing.class));
  }
}
