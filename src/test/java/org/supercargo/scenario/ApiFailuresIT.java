package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.scenario.Program.Answer;

/** What the REST API says on bad days, of UPS and of its own: as promised, and nothing more. */
class ApiFailuresIT extends InShippingApi {
  private static final String RATES = "/api/v1/rates";
  private static final String SHIPMENTS = "/api/v1/shipments";
  private static final String TROUBLE =
      "{\"response\":{\"errors\":[{\"code\":\"10500\",\"message\":\"Simulated 500\"}]}}";

  @Test
  void saysThatNobodyKnowsYetAndThenThatItWasMade() {
    ups().saysAfterWork("ship", 500, TROUBLE);
    ups().answersNext("recover", 503, 1_000);
    ObjectNode order = Orders.shipment(account);
    String key = UUID.randomUUID().toString();
    Answer open = Promise.isKept(ships(order, key));
    assertThat(open.status()).as(open.text()).isEqualTo(202);
    assertThat(open.json().path("state").asText()).isEqualTo("UNKNOWN");
    String path = URI.create(open.header("Location")).getPath();
    Answer twin = Promise.isKept(isProblem(ships(order, UUID.randomUUID().toString()), 409));
    assertThat(twin.json().path("type").asText()).endsWith(":held");
    assertThat(twin.json().path("shipment").asLong()).isEqualTo(open.json().path("id").asLong());
    ups().dropsPreparedAnswers();
    installation().does("update shipment set due_at = requested_at where state = 'UNKNOWN'");
    eventually(() -> all.gets(path).json().path("state").asText().equals("CREATED"));
    assertThat(Promise.isKept(all.gets(path + "/labels")).text()).startsWith("%PDF");
    Answer again = Promise.isKept(ships(order, key));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(open.json().path("id"));
    assertThat(ups().shipments().get("count").asInt()).isEqualTo(1);
  }

  @Test
  void saysThatNobodyKnowsYetWhetherItWasTakenBack() {
    String path = made();
    ups().cutsNextAfterWork("void");
    Answer open = Promise.isKept(all.asks("POST", path + "/void", null));
    assertThat(open.status()).as(open.text()).isEqualTo(202);
    assertThat(open.json().path("state").asText()).isEqualTo("VOID_REQUESTED");
    eventually(
        () -> {
          all.asks("POST", path + "/void", null);
          return all.gets(path).json().path("state").asText().equals("VOIDED");
        });
    assertThat(ups().shipments().get("voided").asInt()).isEqualTo(1);
  }

  @Test
  void blamesTheInstallationAndNotTheCallerWhenUpsRefusesTheApplication() {
    ups().enablesProducts("Tracking");
    Answer refused = Promise.isKept(isProblem(rates(), 502));
    assertThat(refused.json().path("type").asText()).endsWith(":application-refused");
    assertThat(refused.json().at("/carrier/code").asText()).isEqualTo("250002");
    assertThat(refused.json().at("/carrier/todo").asText()).isNotBlank();
    leaksNothing(refused);
    ups().enablesProducts("Rating", "Shipping", "Tracking");
    ups().answersNext("ship", 403, 9);
    Answer blocked = Promise.isKept(isProblem(ships(), 502));
    leaksNothing(blocked);
    ups().dropsPreparedAnswers();
    assertThat(made()).startsWith(SHIPMENTS);
  }

  /** Whatever it was, a question harms nobody: it may be asked again, and is, three times. */
  @Test
  void saysWhenToAskAgainWhileUpsIsUnwell() {
    for (UpsFault fault :
        EnumSet.complementOf(
            EnumSet.of(
                UpsFault.SAYS_400,
                UpsFault.SAYS_401,
                UpsFault.SAYS_403,
                UpsFault.TAKES_TOO_LONG))) {
      for (int times = 0; times < 9; times++) {
        fault.befalls(ups(), "rate");
      }
      Answer away = Promise.isKept(isProblem(rates(), 503));
      assertThat(Long.parseLong(away.header("Retry-After"))).as(fault.name()).isPositive();
      assertThat(away.json().at("/carrier/text").asText()).as(fault.name()).isNotBlank();
      leaksNothing(away);
      assertThat(away.text()).doesNotContain("<html");
      ups().dropsPreparedAnswers();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table shipment_package rename to shipment_package_gone",
        "update shipment set ordered = '{\"consignment\": 1}'"
      })
  void saysThatItFailedAndWhereTheLogHasIt(String accident) {
    String path = made();
    installation().does(accident);
    try {
      Answer failed = Promise.isKept(isProblem(all.gets(path), 500));
      assertThat(failed.json().path("type").asText()).endsWith(":failed");
      assertThat(UUID.fromString(failed.json().path("reference").asText())).isNotNull();
      assertThat(failed.header("Retry-After")).isEmpty();
      leaksNothing(failed);
    } finally {
      if (accident.startsWith("alter")) {
        installation().does("alter table shipment_package_gone rename to shipment_package");
      }
    }
  }

  @Test
  void saysOnEveryPathWhileTheDatabaseIsAwayThatItComesBack() {
    String path = made();
    String key = UUID.randomUUID().toString();
    installation().databaseGoesAway();
    try {
      for (Answer away :
          List.of(
              all.gets("/api/v1/accounts"),
              all.gets(path),
              all.gets(path + "/labels"),
              all.gets(SHIPMENTS),
              all.asks("POST", path + "/void", null),
              rates(),
              ships(Orders.shipment(account), key))) {
        Promise.isKept(isProblem(away, 503));
        assertThat(Long.parseLong(away.header("Retry-After"))).isPositive();
        leaksNothing(away);
      }
    } finally {
      installation().databaseComesBack();
    }
    eventually(() -> all.gets("/api/v1/accounts").status() == 200);
    assertThat(ups().shipments().get("count").asInt()).isEqualTo(1);
    assertThat(ships(Orders.shipment(account), key).status()).isEqualTo(201);
  }

  private void leaksNothing(Answer answer) {
    String text = answer.text();
    assertThat(text)
        .doesNotContain("Exception", "org.", "java", "SQL", "select ", "shipment_package", "jdbc")
        .doesNotContain(all.key(), "\tat ");
    assertThat(ups().everySecret()).noneMatch(text::contains);
  }

  private Answer rates() {
    return all.posts(RATES, Orders.rate(account).toString());
  }

  private Answer ships() {
    return ships(Orders.shipment(account), UUID.randomUUID().toString());
  }

  private Answer ships(JsonNode order, String key) {
    return all.posts(SHIPMENTS, order.toString(), "Idempotency-Key", key);
  }

  private String made() {
    Answer made = ships();
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return URI.create(made.header("Location")).getPath();
  }

  private static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
