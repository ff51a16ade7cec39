package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.scenario.Keyring.Key;
import org.supercargo.scenario.Program.Answer;

/** From price to label and back, by a program. */
class ShipByApiIT extends InShippingApi {
  private static final String RATES = "/api/v1/rates";
  private static final String SHIPMENTS = "/api/v1/shipments";

  @Test
  void asksForPricesAndBuysNothing() {
    Answer answer = Promise.isKept(rates(all, Orders.rate(account)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode rates = answer.json().path("rates");
    assertThat(rates.size()).isGreaterThan(1);
    assertThat(rates.at("/0/published/total/amount").asText()).matches("[1-9][0-9]*\\.[0-9]{2}");
    assertThat(rates.at("/0/negotiated/total/currency").asText()).isEqualTo("USD");
    assertThat(answer.json().at("/cheapestInTime/code").asText()).isNotEmpty();
    Answer early = all.posts(RATES + "?sort=arrival", Orders.rate(account).toString());
    assertThat(early.json().path("rates").size()).isEqualTo(rates.size());
    isProblem(all.posts(RATES + "?sort=beauty", Orders.rate(account).toString()), 400);
    assertThat(all.gets(SHIPMENTS).json().path("items")).isEmpty();
  }

  @Test
  void goesFromPriceToLabelToVoid() {
    Answer made = Promise.isKept(ships(Orders.shipment(account), key()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("requestedBy").asText()).startsWith("key:k-");
    String path = path(made);
    assertThat(path).isEqualTo(SHIPMENTS + "/" + made.json().path("id").asLong());
    Answer seen = Promise.isKept(all.gets(path));
    assertThat(seen.json().path("state").asText()).isEqualTo("CREATED");
    assertThat(all.gets(path, "If-None-Match", seen.header("ETag")).status()).isEqualTo(304);
    looksAtLabels(path);
    Answer tracked = Promise.isKept(all.gets(path + "/tracking"));
    assertThat(tracked.json().path("items")).hasSize(1);
    Answer back = Promise.isKept(all.asks("POST", path + "/void", null));
    assertThat(back.json().path("state").asText()).as(back.text()).isEqualTo("VOIDED");
    isProblem(all.gets(path + "/labels"), 409);
    assertThat(audited()).contains("SHIPMENT");
  }

  private void looksAtLabels(String path) {
    Map<String, String> beginnings =
        Map.of(
            "application/pdf", "%PDF",
            "image/gif", "GIF8",
            "application/zpl", "^XA",
            "*/*", "%PDF");
    beginnings.forEach(
        (type, beginning) -> {
          Answer label = Promise.isKept(all.gets(path + "/labels", "Accept", type));
          assertThat(label.status()).as(type + label.text()).isEqualTo(200);
          assertThat(label.text()).as(type).contains(beginning);
          String tag = label.header("ETag");
          assertThat(all.gets(path + "/labels", "Accept", type, "If-None-Match", tag).status())
              .as(type)
              .isEqualTo(304);
        });
    assertThat(all.gets(path + "/labels?sheet=A4").text()).startsWith("%PDF");
    isProblem(all.gets(path + "/labels?sheet=A9"), 400);
    Promise.isKept(isProblem(all.gets(path + "/labels", "Accept", "text/html"), 406));
    Answer recovered = Promise.isKept(all.asks("POST", path + "/recover", null));
    assertThat(recovered.status()).as(recovered.text()).isEqualTo(200);
    long paper = recovered.json().at("/documents/0/id").asLong();
    Answer document = Promise.isKept(all.gets(path + "/documents/" + paper));
    assertThat(document.header("Content-Disposition")).isEqualTo("attachment");
    isProblem(all.gets(path + "/documents/999999999"), 404);
  }

  @Test
  void namesOneLabelOfSeveralAndTakesOnePackageBack() {
    Answer made = ships(Orders.shipmentOfTwo(account), key());
    String path = path(made);
    String second = made.json().at("/packages/1/trackingNumber").asText();
    isProblem(all.gets(path + "/labels", "Accept", "image/gif"), 400);
    assertThat(all.gets(path + "/labels?package=" + second, "Accept", "image/gif").status())
        .isEqualTo(200);
    isProblem(all.gets(path + "/labels?package=1Z", "Accept", "image/gif"), 404);
    Answer back =
        Promise.isKept(all.posts(path + "/void", "{\"trackingNumbers\":[\"" + second + "\"]}"));
    assertThat(back.json().at("/packages/1/state").asText()).as(back.text()).isEqualTo("VOIDED");
    assertThat(back.json().at("/packages/0/state").asText()).isEqualTo("CREATED");
    isProblem(all.posts(path + "/void", "{\"trackingNumbers\":[]}"), 400);
    isProblem(all.posts(path + "/void", "{\"trackingNumbers\":[null]}"), 422);
    isProblem(all.posts(path + "/void", "{\"trackingNumbers\":[\"1Z0000000000000000\"]}"), 409);
  }

  @Test
  void givesEachPackageItsOwnLabelWhileAnotherIsMissing() {
    Answer made = ships(Orders.shipmentOfTwo(account), key());
    String labels = path(made) + "/labels";
    String first = made.json().at("/packages/0/trackingNumber").asText();
    String second = labels + "?package=" + made.json().at("/packages/1/trackingNumber").asText();
    Answer gif = all.gets(second, "Accept", "image/gif");
    Answer pdf = all.gets(second, "Accept", "application/pdf");
    assertThat(pages(pdf)).as("one label on paper").isEqualTo(1);
    assertThat(pages(all.gets(labels, "Accept", "application/pdf"))).isEqualTo(2);
    installation()
        .does("delete from shipment_document where tracking_number = '%s'".formatted(first));
    ups().answersNext("recover", 503, 1000);
    assertThat(all.gets(second, "Accept", "image/gif").response().body())
        .isEqualTo(gif.response().body());
    assertThat(pages(all.gets(second, "Accept", "application/pdf"))).isEqualTo(1);
    Promise.isKept(isProblem(all.gets(labels + "?package=" + first, "Accept", "image/gif"), 503));
    Promise.isKept(isProblem(all.gets(labels, "Accept", "application/pdf"), 503));
    ups().dropsPreparedAnswers();
  }

  private static int pages(Answer pdf) {
    assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
    try (PDDocument paper = Loader.loadPDF(pdf.response().body())) {
      return paper.getNumberOfPages();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void makesOneShipmentAKeyHoweverOftenItIsSent() {
    String key = key();
    ObjectNode order = Orders.shipment(account);
    Answer first = ships(order, key);
    Answer again = ships(order, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    Answer other = Promise.isKept(isProblem(ships(order.put("service", "02"), key), 422));
    assertThat(other.json().path("type").asText()).endsWith(":key-taken");
    assertThat(all.gets(SHIPMENTS).json().path("items")).hasSize(1);
    isProblem(all.posts(SHIPMENTS, order.toString()), 400);
    isProblem(all.posts(SHIPMENTS, order.toString(), "Idempotency-Key", "a b"), 400);
  }

  @Test
  void keepsCallersKeysApart() {
    String key = key();
    long mine = ships(Orders.shipment(account), key).json().path("id").asLong();
    Program other = program("SHIP");
    Answer theirs =
        other.posts(SHIPMENTS, Orders.shipment(account).toString(), "Idempotency-Key", key);
    assertThat(theirs.json().path("id").asLong()).isNotEqualTo(mine);
  }

  @Test
  void answersWhatIsNotKnownYetAndWhereToLook() {
    ups().answersNext("ship", 500);
    Answer open = ships(Orders.shipment(account), key());
    assertThat(open.status()).as(open.text()).isIn(202, 503);
    Promise.isKept(open);
  }

  @Test
  void listsStretchByStretchTheNewestFirst() {
    for (int n = 0; n < 5; n++) {
      ships(Orders.shipment(account), key());
    }
    Answer first = Promise.isKept(all.gets(SHIPMENTS + "?limit=3"));
    List<Long> ids = ids(first);
    assertThat(ids).hasSize(3).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    String next = first.json().path("next").asText();
    Answer second = all.gets(SHIPMENTS + "?limit=3&cursor=" + next);
    assertThat(ids(second)).hasSize(2).allMatch(id -> id < ids.getLast());
    assertThat(second.json().has("next")).isFalse();
    assertThat(ids(all.gets(SHIPMENTS + "?reference=PO-4711"))).hasSize(5);
    assertThat(ids(all.gets(SHIPMENTS + "?state=VOIDED"))).isEmpty();
    assertThat(ids(all.gets(SHIPMENTS + "?unused=true"))).hasSize(5);
    Answer soonest = Promise.isKept(all.gets(SHIPMENTS + "?unused=true&limit=3"));
    String later = "?unused=true&limit=3&cursor=" + soonest.json().path("next").asText();
    assertThat(ids(soonest)).isEqualTo(ids(all.gets(SHIPMENTS)).reversed().subList(0, 3));
    assertThat(ids(all.gets(SHIPMENTS + later))).isEqualTo(ids.reversed().subList(1, 3));
    isProblem(all.gets(SHIPMENTS + "?unused=true&cursor=" + next), 400);
    assertThat(ids(all.gets(SHIPMENTS + "?account=" + account))).hasSize(5);
    assertThat(ids(all.gets(SHIPMENTS + "?from=2020-01-01T00:00:00Z"))).hasSize(5);
    for (String wrong :
        List.of("state=GOOD", "account=x", "from=today", "unused=1", "from=%2B999999999-01-01")) {
      Promise.isKept(isProblem(all.gets(SHIPMENTS + "?" + wrong), 400));
    }
  }

  @Test
  void hidesWhatIsOfOtherAccounts() {
    long other = account("BBB222");
    String path = path(ships(Orders.shipment(account), key()));
    Key key =
        Keyring.makesFor(
            Staff.admin(visitor()),
            "BBB222",
            "600",
            "RATES",
            "SHIP",
            "SHIPMENTS_READ",
            "VOID",
            "TRACK");
    Program stranger = Program.of(installation(), key.key());
    isProblem(stranger.gets(path), 404);
    isProblem(stranger.gets(path + "/labels"), 404);
    isProblem(stranger.gets(path + "/tracking"), 404);
    isProblem(stranger.asks("POST", path + "/void", null), 404);
    isProblem(stranger.asks("POST", path + "/recover", null), 404);
    assertThat(ids(stranger.gets(SHIPMENTS))).isEmpty();
    assertThat(ids(stranger.gets(SHIPMENTS + "?account=" + account))).isEmpty();
    Answer refused = Promise.isKept(isProblem(rates(stranger, Orders.rate(account)), 422));
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/account");
    isProblem(stranger.gets("/api/v1/tracking/1ZA1B2C30300000017?account=" + account), 422);
    Answer dead = Promise.isKept(isProblem(rates(stranger, Orders.rate(other)), 409));
    assertThat(dead.json().path("type").asText()).endsWith(":reconnect-needed");
  }

  @Test
  void goesOnWithTheAccountThatIsConnectedAgain() throws InterruptedException {
    Answer made = ships(Orders.shipment(account), key());
    String path = path(made);
    Program before = keyFor("A1B2C3");
    administrator().opensAccounts().deletes("A1B2C3").connects("alice", "A1B2C3");
    Program after = keyFor("A1B2C3");
    Answer seen = after.gets(path);
    for (int n = 0; n < 600 && seen.status() == 404; n++) {
      Thread.sleep(100);
      seen = after.gets(path);
    }
    assertThat(Promise.isKept(seen).json().path("account").asLong()).isNotEqualTo(account);
    assertThat(all.gets(path, "If-None-Match", made.header("ETag")).status()).isEqualTo(200);
    isProblem(before.gets(path), 404);
    isProblem(before.asks("POST", path + "/void", null), 404);
    assertThat(ids(after.gets(SHIPMENTS + "?unused=true"))).hasSize(1);
    assertThat(after.asks("POST", path + "/recover", null).status()).isEqualTo(200);
    assertThat(after.gets(path + "/tracking").status()).isEqualTo(200);
    Answer back = Promise.isKept(after.asks("POST", path + "/void", null));
    assertThat(back.json().path("state").asText()).as(back.text()).isEqualTo("VOIDED");
  }

  private Program keyFor(String number) {
    return Program.of(
        installation(),
        Keyring.makesFor(
                Staff.admin(visitor()), number, "600", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK")
            .key());
  }

  @Test
  void saysWhereAnOrderIsWrong() {
    ObjectNode order = Orders.shipment(account);
    order.withObject("/to/address").put("postalCode", "no");
    Answer wrong = Promise.isKept(isProblem(ships(order, key()), 422));
    assertThat(wrong.json().path("errors").findValuesAsText("pointer"))
        .as(wrong.text())
        .contains("/to/address/postalCode");
    ObjectNode nothing = Orders.shipment(account);
    nothing.withObject("/to").remove("name");
    Answer missing = Promise.isKept(isProblem(ships(nothing, key()), 422));
    assertThat(missing.json().at("/errors/0/pointer").asText())
        .as(missing.text())
        .isEqualTo("/to/name");
    isProblem(all.posts(SHIPMENTS, "{", "Idempotency-Key", key()), 400);
    isProblem(all.posts(SHIPMENTS, "", "Idempotency-Key", key()), 400);
    isProblem(all.asks("POST", SHIPMENTS, null, "Idempotency-Key", key()), 400);
  }

  @Test
  void handsOnWhatTheCarrierSaysWithWhatToDo() {
    ups().answersNext("rate", 503, 1000);
    Answer away = Promise.isKept(isProblem(rates(all, Orders.rate(account)), 503));
    assertThat(away.header("Retry-After")).as(away.text()).matches("[1-9][0-9]*");
    ups().dropsPreparedAnswers();
    ObjectNode nowhere = Orders.rate(account).put("service", "99");
    Answer refused = Promise.isKept(isProblem(rates(all, nowhere), 422));
    assertThat(refused.text()).containsAnyOf("errors", "carrier");
  }

  @Test
  void saysWhatTheScreensSayOfANumberThatIsNoLongerHeld() {
    ups().hasUser("alice", "001234");
    Answer rated = Promise.isKept(isProblem(rates(all, Orders.rate(account)), 422));
    Answer shipped = Promise.isKept(isProblem(ships(Orders.shipment(account), key()), 422));
    assertThat(rated.json().at("/carrier/code").asText()).isEqualTo("112111");
    assertThat(shipped.json().at("/carrier/code").asText()).isEqualTo("120100");
    for (Answer answer : List.of(rated, shipped)) {
      JsonNode carrier = answer.json().path("carrier");
      assertThat(carrier.path("text").asText()).endsWith("Missing or invalid shipper number");
      for (String words : List.of("what", "why", "todo", "who")) {
        assertThat(carrier.path(words).asText())
            .as(answer.text())
            .isEqualTo(Catalogue.says(carrier.path("code").asText(), words));
      }
      assertThat(carrier.path("retryHelps").asBoolean(true)).isFalse();
    }
  }

  @Test
  void showsFiguresOfCallsWithoutAnybodysNameOrNumber() throws Exception {
    Program server = nobody();
    Shown before = Shown.by(server);
    ships(Orders.shipment(account), key());
    ups().answersNext("rate", 400);
    rates(all, Orders.rate(account));
    ups().saysAfterWork("ship", 500, "");
    ups().answersNext("recover", 503, 1000);
    ships(Orders.shipment(account), key());
    long end = System.nanoTime() + Duration.ofMinutes(6).toNanos();
    Shown after = Shown.by(server);
    while ((after.value("shipments_unknown") != 1 || looksAway(after) == looksAway(before))
        && System.nanoTime() < end) {
      Thread.sleep(500);
      after = Shown.by(server);
    }
    assertThat(after.value("shipments_unknown")).isEqualTo(1);
    assertThat(calls(after, "ship", "answered") - calls(before, "ship", "answered")).isEqualTo(1);
    assertThat(calls(after, "ship", "failed") - calls(before, "ship", "failed")).isEqualTo(1);
    assertThat(calls(after, "rate", "refused") - calls(before, "rate", "refused")).isEqualTo(1);
    assertThat(after.value("carrier_call_seconds_count", "operation=\"ship\""))
        .isGreaterThanOrEqualTo(2);
    assertThat(after.value("carrier_call_seconds_bucket", "operation=\"ship\"", "le=\"+Inf\""))
        .isEqualTo(after.value("carrier_call_seconds_count", "operation=\"ship\""));
    assertThat(after.value("carrier_call_seconds_sum", "operation=\"ship\""))
        .isBetween(0.001, 600.0);
    assertThat(looksAway(after)).isGreaterThan(looksAway(before));
    assertThat(after.lines())
        .anyMatch(line -> line.matches("supercargo_gate_waiting\\{.*lane=\"label\".*} 0"))
        .anyMatch(line -> line.matches("supercargo_gate_sent_away_total\\{.*lane=\"label\".*"))
        .noneMatch(line -> line.matches(".*(A1B2C3|Jo Doe|Atlanta|PO-4711|1Z[0-9A-Z]{16}).*"));
    for (String secret : ups().everySecret()) {
      assertThat(after.text()).doesNotContain(secret);
    }
    ups().dropsPreparedAnswers();
  }

  private static double looksAway(Shown figures) {
    return figures.value("reconciler_looks_total", "outcome=\"away\"");
  }

  private static double calls(Shown figures, String operation, String outcome) {
    return figures.value(
        "carrier_calls_total", "operation=\"" + operation + "\"", "outcome=\"" + outcome + "\"");
  }

  @Test
  void takesNoBodyThatIsTooLongOrNoJson() {
    String long1 = "{\"account\":\"" + "x".repeat(1_100_000) + "\"}";
    Answer tooLong = Promise.isKept(isProblem(all.posts(RATES, long1), 413));
    assertThat(tooLong.header("Retry-After")).as("it helps at no time").isEmpty();
    byte[] bytes = long1.getBytes(StandardCharsets.UTF_8);
    Answer chunked =
        all.sends(
            "POST",
            RATES,
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes)),
            "Content-Type",
            "application/json");
    Promise.isKept(isProblem(chunked, 413));
    String rate = Orders.rate(account).toString();
    Promise.isKept(isProblem(all.asks("POST", RATES, rate, "Content-Type", "text/xml"), 415));
    isProblem(all.asks("POST", RATES, rate), 415);
    isProblem(all.asks("POST", RATES, rate, "Content-Type", "no media type"), 400);
    Promise.isKept(isProblem(all.posts(RATES, rate, "Accept", "text/csv"), 406));
  }

  /** One row for each scope: what it opens, and everything else stays shut. */
  @ParameterizedTest
  @CsvSource({
    "ACCOUNTS_READ, GET /api/v1/accounts",
    "RATES, POST /api/v1/rates",
    "SHIP, POST /api/v1/shipments",
    "SHIPMENTS_READ, GET /api/v1/shipments|GET /api/v1/shipments/1|GET"
        + " /api/v1/shipments/1/labels|GET /api/v1/shipments/1/documents/1|POST"
        + " /api/v1/shipments/1/recover",
    "VOID, POST /api/v1/shipments/1/void",
    "TRACK, GET /api/v1/tracking/1Z?account=1|GET /api/v1/tracking?reference=a&account=1|GET"
        + " /api/v1/shipments/1/tracking"
  })
  void opensWithAScopeWhatIsItsOwnAndNothingElse(String scope, String doors) {
    Program caller = program(scope);
    List<String> open = Arrays.asList(doors.split("\\|"));
    for (String door :
        List.of(
            "GET /api/v1/accounts",
            "POST /api/v1/rates",
            "POST /api/v1/shipments",
            "GET /api/v1/shipments",
            "GET /api/v1/shipments/1",
            "GET /api/v1/shipments/1/labels",
            "GET /api/v1/shipments/1/documents/1",
            "POST /api/v1/shipments/1/recover",
            "POST /api/v1/shipments/1/void",
            "GET /api/v1/tracking/1Z?account=1",
            "GET /api/v1/tracking?reference=a&account=1",
            "GET /api/v1/shipments/1/tracking")) {
      String[] asked = door.split(" ");
      Answer answer = caller.asks(asked[0], asked[1], null);
      if (open.contains(door)) {
        assertThat(answer.status()).as(door + answer.text()).isNotIn(401, 403, 500);
      } else {
        isProblem(answer, 403);
      }
    }
  }

  @Test
  void leavesOutTheNameThatIsNoLongerKept() {
    String key = key();
    ObjectNode order = Orders.shipment(account);
    String path = path(ships(order, key));
    installation().does("update shipment set to_name = '', forgotten_at = now()");
    Answer seen = Promise.isKept(all.gets(path));
    assertThat(seen.json().path("to").has("name")).as(seen.text()).isFalse();
    assertThat(seen.json().path("forgottenAt").asText()).isNotEmpty();
    Answer listed = Promise.isKept(all.gets(SHIPMENTS));
    assertThat(listed.json().at("/items/0/to").has("name")).as(listed.text()).isFalse();
    isProblem(Promise.isKept(all.gets(path + "/labels")), 409);
    isProblem(Promise.isKept(all.asks("POST", path + "/recover", null)), 409);
    Answer again = Promise.isKept(ships(order, key));
    assertThat(again.status()).as("the same key: " + again.text()).isIn(200, 201);
    assertThat(path(again)).isEqualTo(path);
  }

  @Test
  void provesADelivery() {
    ObjectNode order = Orders.shipment(account).put("confirmation", "SIGNATURE");
    Answer made = ships(order, key());
    ups().movesParcelsOnBy(Duration.ofDays(14));
    Answer tracked =
        Promise.isKept(
            all.gets("/api/v1/shipments/" + made.json().path("id").asLong() + "/tracking"));
    JsonNode delivery = tracked.json().at("/items/0/parcels/0/delivery");
    assertThat(delivery.at("/signature/mediaType").asText())
        .as(tracked.text())
        .isEqualTo("image/gif");
    assertThat(Base64.getDecoder().decode(delivery.at("/signature/data").asText()))
        .startsWith('G', 'I', 'F');
    assertThat(
            new String(
                Base64.getDecoder().decode(delivery.at("/proof/data").asText()),
                StandardCharsets.UTF_8))
        .contains(made.json().at("/packages/0/trackingNumber").asText());
  }

  @Test
  void tracksByNumberAndReference() {
    Answer made = ships(Orders.shipment(account), key());
    String number = made.json().at("/packages/0/trackingNumber").asText();
    Answer known = Promise.isKept(all.gets("/api/v1/tracking/" + number + "?account=" + account));
    assertThat(known.json().at("/parcels/0/trackingNumber").asText())
        .as(known.text())
        .isEqualTo(number);
    Answer byReference =
        Promise.isKept(all.gets("/api/v1/tracking?reference=PO-4711&account=" + account));
    assertThat(byReference.status()).as(byReference.text()).isEqualTo(200);
    Answer unknown =
        Promise.isKept(all.gets("/api/v1/tracking/1Z9999999999999999?account=" + account));
    assertThat(unknown.json().path("parcels")).as(unknown.text()).isEmpty();
    Promise.isKept(isProblem(all.gets("/api/v1/tracking/" + number), 400));
    isProblem(all.gets("/api/v1/tracking?account=" + account), 400);
    isProblem(all.gets("/api/v1/tracking/%7F?account=" + account), 400);
    isProblem(all.gets("/api/v1/tracking/" + "1".repeat(60) + "?account=" + account), 400);
  }

  private Answer rates(Program by, ObjectNode wanted) {
    return by.posts(RATES, wanted.toString());
  }

  private Answer ships(ObjectNode order, String key) {
    return all.posts(SHIPMENTS, order.toString(), "Idempotency-Key", key);
  }

  /** JAX-RS makes an absolute address of it. */
  private static String path(Answer made) {
    return URI.create(made.header("Location")).getPath();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static List<Long> ids(Answer list) {
    return list.json().path("items").valueStream().map(item -> item.path("id").asLong()).toList();
  }

  private String audited() {
    return installation()
        .asks("select action from audit_entry where actor like 'key:k-%'")
        .toString();
  }
}
