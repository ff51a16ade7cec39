package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Program.Answer;

/**
 * Bodies that nobody would send, by chance: each is answered, and none by a failure. The same
 * chance each time, so that nobody's build fails by bad luck: {@code -Dfuzz.seed} takes another,
 * {@code -Dfuzz.times} more of it.
 */
class FuzzedApiIT extends InShippingApi {
  private static final long SEED = Long.getLong("fuzz.seed", 1_907_362);
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);
  private static final int BODIES = 250 * TIMES;
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "99999999999999999999",
          "0.1",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"💩\"",
          "\"é̂\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "\"1e999999999\"",
          "1e999999999",
          "\"2026-02-30\"",
          "\"-999999999-01-01\"",
          "\"US\"",
          "\"usd\"",
          "{\"value\":\"0\",\"unit\":\"POUND\"}",
          "\"../../etc\"",
          "\"' or 1=1 --\"",
          "\"<script>\"",
          "{\"amount\":\"1\",\"currency\":\"XXX\"}",
          "{\"by\":\"RECEIVER\"}",
          "{\"by\":\"java.lang.Object\"}",
          "{\"@class\":\"java.lang.Object\"}",
          "[1,2,3]",
          "\"" + "x".repeat(5_000) + "\"");

  /** Of queries, paths and headers. */
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "999999999999999999",
          "99999999999999999999",
          "null",
          "true",
          "2026-11-28T11:05:00Z",
          "2026-13-45T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999999Z",
          "+999999999-12-31T23:59:59Z",
          "YWZ0ZXI6OTk5OTk5OTk5OTk5OTk5OTk5",
          "YWZ0ZXI6",
          "%",
          "_",
          "' or 1=1 --",
          "\0",
          "a\nb",
          "💩",
          "é",
          "<script>",
          "../..",
          ";x=y",
          "*/*",
          "a/b;q=x",
          "a/b;qs=2",
          "application/json",
          "application/pdf",
          "\"x\"",
          "W/\"",
          "CONNECTED",
          "CREATED",
          "LABEL",
          "price",
          "1ZA1B2C30300000017",
          "x".repeat(3_000));

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Accept-Charset",
          "Accept-Encoding",
          "Content-Type",
          "If-None-Match",
          "If-Match",
          "If-Modified-Since",
          "Range",
          "Cookie",
          "X-Forwarded-For",
          "X-HTTP-Method-Override");

  private static final int QUESTIONS_EACH = 40 * TIMES;

  private long shipment;

  @BeforeEach
  void shipsOnce() {
    shipment =
        all.posts(
                "/api/v1/shipments",
                Orders.shipment(account).toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString())
            .json()
            .path("id")
            .asLong();
  }

  /** Each header with each value, on a question that is asked thousands of times a day. */
  @Test
  void answersEveryValueOfEveryHeader() {
    List<String> failed = new ArrayList<>();
    for (String name : HEADERS) {
      for (String odd : ODD_TEXTS) {
        String value = sendable(odd.isBlank() ? "x" : odd);
        Answer answer = all.asks("GET", "/api/v1/shipments/" + shipment, null, name, value);
        if (answer.status() >= 500) {
          failed.add(name + ": " + value + " " + answer.status() + " " + answer.text());
        }
      }
    }
    assertThat(failed).isEmpty();
  }

  /** Every operation that the document promises, with everything that it takes. */
  @Test
  void answersEveryPathQueryAndHeaderAndFailsOnNone() {
    Random chance = new Random(SEED);
    int refused = 0;
    for (Promise.Operation operation : Promise.operations()) {
      for (int n = 0; n < QUESTIONS_EACH; n++) {
        String path = path(operation, chance) + query(operation, chance);
        String[] headers = headers(operation, chance);
        String body = operation.method().equals("POST") && chance.nextBoolean() ? "{}" : null;
        Answer answer = all.asks(operation.method(), path, body, headers);
        String name =
            "seed %d %s %s %s %d %s"
                .formatted(
                    SEED,
                    operation.method(),
                    path,
                    List.of(headers),
                    answer.status(),
                    answer.text());
        assertThat(answer.status()).as(name).isNotEqualTo(500).isLessThan(504);
        if (path.contains("%00") || path.length() + String.join("", headers).length() > 7_500) {
          // What the server refuses by itself, before anything of ours hears of it.
          assertThat(answer.status()).as(name).isBetween(400, 499);
        } else if (answer.status() >= 400) {
          refused++;
          assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/problem+json");
          assertThat(answer.json().path("status").asInt()).as(name).isEqualTo(answer.status());
        }
      }
    }
    assertThat(refused).isGreaterThan(QUESTIONS_EACH);
  }

  private String path(Promise.Operation operation, Random chance) {
    boolean known = chance.nextInt(4) > 0;
    String id = "" + (operation.path().contains("accounts") ? account : shipment);
    return operation.path().replaceAll("\\{[^}]+}", known ? id : encoded(odd(chance, "1")));
  }

  private String query(Promise.Operation operation, Random chance) {
    StringBuilder query = new StringBuilder();
    for (String name : operation.query()) {
      if (name.equals("account") && chance.nextBoolean()) {
        query.append("&account=").append(account);
      } else if (chance.nextBoolean()) {
        query.append('&').append(name).append('=').append(encoded(odd(chance, "")));
      }
    }
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }

  private static String[] headers(Promise.Operation operation, Random chance) {
    List<String> names = new ArrayList<>(operation.headers());
    for (int n = chance.nextInt(3); n > 0; n--) {
      names.add(HEADERS.get(chance.nextInt(HEADERS.size())));
    }
    return names.stream()
        .distinct()
        .flatMap(name -> Stream.of(name, sendable(odd(chance, "x"))))
        .toArray(String[]::new);
  }

  /** Without what the client itself would refuse to send. */
  private static String sendable(String value) {
    return value.replaceAll("[^\\x20-\\xff]", "?");
  }

  private static String odd(Random chance, String unlessEmpty) {
    String odd = ODD_TEXTS.get(chance.nextInt(ODD_TEXTS.size()));
    return odd.isBlank() ? unlessEmpty : odd;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void answersEveryBodyAndFailsOnNone() {
    Random chance = new Random(SEED);
    int[] met = new int[600];
    for (int n = 0; n < BODIES; n++) {
      met[isAnswered(all, "/api/v1/rates", mutated(Orders.rate(account), chance))]++;
      String path = "/api/v1/shipments";
      met[isAnswered(all, path, mutated(Orders.shipment(account), chance))]++;
      String back = path + "/" + shipment + "/void";
      ObjectNode numbers = JsonNodeFactory.instance.objectNode();
      numbers.putArray("trackingNumbers").add("1Z");
      met[isAnswered(all, back, mutated(numbers, chance))]++;
    }
    assertThat(met[400] + met[422]).as("most are refused").isGreaterThan(BODIES);
  }

  private static int isAnswered(Program by, String path, String body) {
    Answer answer = by.posts(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(answer.status())
        .as("seed " + SEED + " " + path + " " + body + answer.text())
        .isNotEqualTo(500)
        .isLessThan(504);
    if (answer.status() >= 400) {
      isProblem(answer, answer.status());
    }
    return Promise.isKept(answer).status();
  }

  /** Some values replaced, dropped, doubled, or the text itself torn. */
  private static String mutated(ObjectNode body, Random chance) {
    int changes = 1 + chance.nextInt(3);
    for (int n = 0; n < changes; n++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(body, containers);
      if (containers.isEmpty()) {
        break;
      }
      change(containers.get(chance.nextInt(containers.size())), chance);
    }
    String text = body.toString();
    int at = chance.nextInt(text.length());
    return switch (chance.nextInt(10)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + (char) chance.nextInt(0xd800) + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
      default -> text;
    };
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode() && !node.isEmpty()) {
      into.add(node);
    }
    node.forEach(child -> collect(child, into));
  }

  private static void change(JsonNode container, Random chance) {
    JsonNode odd = odd(chance);
    if (container instanceof ArrayNode array) {
      switch (chance.nextInt(3)) {
        case 0 -> array.set(chance.nextInt(array.size()), odd);
        case 1 -> array.add(odd);
        default -> array.removeAll();
      }
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(chance.nextInt(names.size()));
      switch (chance.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set("odd", odd);
        default -> object.set(name, odd);
      }
    }
  }

  private static JsonNode odd(Random chance) {
    try {
      return Program.JSON.readTree(ODD.get(chance.nextInt(ODD.size())));
    } catch (java.io.IOException notJson) {
      return JsonNodeFactory.instance.textNode("odd");
    }
  }
}
