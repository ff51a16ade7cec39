package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Program.Answer;

/** Bodies that nobody would send, by chance: each is answered, and none by a failure. */
class FuzzedApiIT extends InApi {
  private static final int BODIES = 250;
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

  @Test
  void answersEveryBodyAndFailsOnNone() {
    Program all = program("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    administrator().connects("alice", "A1B2C3");
    long account = all.gets("/api/v1/accounts").json().at("/items/0/id").asLong();
    long shipment =
        all.posts(
                "/api/v1/shipments",
                Orders.shipment(account).toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString())
            .json()
            .path("id")
            .asLong();
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    int[] met = new int[600];
    for (int n = 0; n < BODIES; n++) {
      met[isAnswered(all, "/api/v1/rates", mutated(Orders.rate(account), chance), seed)]++;
      String path = "/api/v1/shipments";
      met[isAnswered(all, path, mutated(Orders.shipment(account), chance), seed)]++;
      String back = path + "/" + shipment + "/void";
      ObjectNode numbers = JsonNodeFactory.instance.objectNode();
      numbers.putArray("trackingNumbers").add("1Z");
      met[isAnswered(all, back, mutated(numbers, chance), seed)]++;
    }
    assertThat(met[400] + met[422]).as("most are refused").isGreaterThan(BODIES);
  }

  private static int isAnswered(Program by, String path, String body, long seed) {
    Answer answer = by.posts(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(answer.status())
        .as("seed " + seed + " " + path + " " + body + answer.text())
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
