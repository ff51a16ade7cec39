package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.VoidOrder;

/**
 * Every reader, with answers in which anything may stand anywhere: it reads them or says so in its
 * own exception, in words fit for people, and never hangs.
 */
class UpsFuzzTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final RateQuestion QUESTION =
      RateQuestion.shop(Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5")));
  private static final RecoveryQuestion WHICH =
      new RecoveryQuestion.ByNumber("1ZA1B2C30358552916", DocumentFormat.PDF);
  private static final VoidOrder ORDER = VoidOrder.whole("1ZA1B2C30358552916");

  private static final List<String> NASTY =
      List.of(
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[\"\",{}]",
          "0",
          "-1",
          "1e999999999",
          "123456789012345678901234567890",
          "\"1e999999999\"",
          "\"-0.00\"",
          "\"0\"",
          "\"NaN\"",
          "\"99999999\"",
          "\"20260231\"",
          "\"256199\"",
          "\"+99:99\"",
          "\"-18:01\"",
          "\"\\ud800\"",
          "\"\\u0000\\u202e\"",
          "\"<script>x</script>\"",
          "\"====\"",
          "\"usd\"",
          "\"ＵＳＤ\"",
          "\"://\"",
          "{\"Code\":{\"Code\":[]},\"MonetaryValue\":\"1\",\"CurrencyCode\":[\"USD\",\"EUR\"]}",
          "\"" + "9".repeat(400) + "\"",
          "[".repeat(400) + "]".repeat(400));

  @Property(tries = 4000)
  void readsAnAnswerThatIsWrongSomewhere(
      @ForAll("samples") String sample,
      @ForAll("seeds") long seed,
      @ForAll("nasty") String value,
      @ForAll("statuses") int status) {
    readsAll(status, changed(sample, seed, value).getBytes(UTF_8));
  }

  @Property(tries = 1000)
  void readsRubbish(@ForAll byte[] body, @ForAll("statuses") int status) {
    readsAll(status, body);
  }

  @Property(tries = 1000)
  void readsAnAnswerThatIsCut(
      @ForAll("samples") String sample,
      @ForAll("seeds") long seed,
      @ForAll("statuses") int status) {
    int end = (int) Math.floorMod(seed, sample.length());
    readsAll(status, sample.substring(0, end).getBytes(UTF_8));
  }

  @Property(tries = 2000)
  void readsHeadersThatAreWrong(
      @ForAll("samples") String sample,
      @ForAll("statuses") int status,
      @ForAll("headers") String name,
      @ForAll @StringLength(max = 60) String value) {
    UpsAnswer answer =
        Answers.of(status, sample.getBytes(UTF_8), Map.of(name, List.of(value, value)));
    readsAll(answer);
    assertThat(answer.retryAt().orElse(Answers.SENT_AT))
        .isBefore(Answers.SENT_AT.plusSeconds(100_000));
  }

  /** What reads an answer of UPS is read with here; a new reader has to be added. */
  @Example
  void leavesNoReaderOut() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.supercargo.carrier.ups")
                    .stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(
                        method ->
                            method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(UpsAnswer.class)))
                    .map(method -> method.getOwner().getSimpleName() + "." + method.getName()))
        .containsExactlyInAnyOrder(
            "UpsRateAnswer.read",
            "UpsBooking.read",
            "UpsVoid.read",
            "UpsVoid.refused",
            "UpsRecovery.read",
            "UpsRecovery.refused",
            "UpsTrackAnswer.read",
            "UpsTracking.refused",
            "UpsTokens.read",
            "UpsRate.proof",
            "UpsErrors.login",
            "UpsErrors.refresh",
            "UpsErrors.rate",
            "UpsErrors.api",
            "UpsErrors.unreadable",
            "UpsErrors.isMalformedOrder",
            "UpsErrors.said",
            "UpsSaid.all",
            "UpsSaid.message",
            "UpsSaid.notices",
            "UpsRedaction.of");
  }

  private static void readsAll(int status, byte[] body) {
    readsAll(
        Answers.of(status, body, Map.of("errorcode", List.of("1"), "content-type", List.of("x"))));
  }

  private static void readsAll(UpsAnswer answer) {
    reads(() -> UpsRateAnswer.read(answer, QUESTION, "id"));
    reads(() -> UpsBooking.read(answer, "id"));
    reads(() -> UpsVoid.read(answer, ORDER, "id"));
    reads(() -> UpsVoid.refused(answer, ORDER, "id"));
    reads(() -> UpsRecovery.read(answer, WHICH, "id"));
    reads(() -> UpsRecovery.refused(answer));
    reads(() -> UpsTrackAnswer.read(answer, "id"));
    reads(() -> UpsTracking.refused(answer, "id"));
    reads(() -> UpsTokens.read(answer, Duration.ofDays(60)));
    reads(() -> assertThat(UpsRate.proof(answer)).isNotNull());
    reads(() -> assertThat(UpsErrors.rate(answer)).isNotNull());
    assertThat(UpsErrors.login(answer).said().text()).hasSizeBetween(10, 500);
    assertThat(UpsErrors.refresh(answer).said().text()).hasSizeBetween(10, 500);
    assertThat(UpsErrors.isMalformedOrder(answer)).isIn(true, false);
    assertThat(UpsErrors.said(answer)).isNotNull();
    assertThat(UpsSaid.all(answer)).doesNotContainNull();
    for (UpsOperation operation : UpsOperation.values()) {
      assertThat(UpsErrors.unreadable(answer, operation, "Nothing there.").said().text())
          .isNotBlank();
      assertThat(UpsErrors.api(answer, operation).said().text()).isNotBlank();
    }
    for (boolean personal : new boolean[] {true, false}) {
      assertThat(new UpsRedaction(personal).of(answer)).isNotNull();
    }
  }

  private static void reads(Runnable reader) {
    try {
      reader.run();
    } catch (CarrierException expected) {
      assertThat(expected.said().text())
          .hasSizeBetween(10, 500)
          .doesNotContain("<script", "\u0000", "\u202e");
    }
  }

  /** One value anywhere in the tree is replaced. */
  private static String changed(String sample, long seed, String value) {
    try {
      JsonNode root = MAPPER.readTree(sample);
      List<Runnable> places = new ArrayList<>();
      String marker = "\u0001here\u0001";
      collect(root, marker, places);
      places.get((int) Math.floorMod(seed, places.size())).run();
      return MAPPER.writeValueAsString(root).replace(MAPPER.writeValueAsString(marker), value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void collect(JsonNode node, String marker, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                places.add(() -> object.put(name, marker));
                collect(object.get(name), marker, places);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, marker));
        collect(array.get(i), marker, places);
      }
    }
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(
        Samples.RATE,
        Samples.SHIP,
        Samples.VOID,
        Samples.RECOVER,
        Samples.CANDIDATES,
        Samples.TRACK,
        Samples.NOT_TRACKED,
        "{\"token_type\":\"Bearer\",\"issued_at\":\"1772600767000\",\"access_token\":\"a\","
            + "\"expires_in\":\"14399\",\"refresh_token\":\"r\",\"refresh_count\":\"0\","
            + "\"refresh_token_expires_in\":\"5183999\"}",
        "{\"response\":{\"errors\":[{\"code\":\"120100\",\"message\":\"Missing\"}]}}",
        "{\"Fault\":{\"detail\":{\"Errors\":{\"ErrorDetail\":{\"PrimaryErrorCode\":"
            + "{\"Code\":\"151044\",\"Description\":\"No tracking\"}}}}}}");
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
        "retry-after", "errorcode", "errordescription", "content-type", "location", "transid");
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.of(NASTY);
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(
        200, 200, 200, 201, 206, 301, 400, 401, 403, 404, 408, 422, 429, 500, 503);
  }
}
