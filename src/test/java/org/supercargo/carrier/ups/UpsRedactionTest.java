package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.Secret;

class UpsRedactionTest {
  private static final List<String> PERSONS =
      List.of(
          "Sender Inc",
          "Sam Sender",
          "Main St",
          "Atlanta",
          "30328",
          "4045550100",
          "Mary Maple",
          "mary@example.com",
          "On its way");

  private static ObjectNode order() {
    return UpsOrder.body(
        Goods.abroad(Goods.at("A1B2C3", Goods.CANADIAN, Goods.parcel("5")), "11", "SC-0001"));
  }

  @Test
  void masksPersonsAndLeavesWhatOneLooksFor() {
    String kept = new UpsRedaction(false).below(order());
    assertThat(kept)
        .doesNotContain(PERSONS)
        .contains("A1B2C3", "SC-0001", "\"CountryCode\":\"CA\"", "INV-1", "640391", "•••");
  }

  @Test
  void keepsPersonsWhenToldTo() {
    assertThat(new UpsRedaction(true).below(order())).contains(PERSONS).doesNotContain("•••");
  }

  @Test
  void neverKeepsPicturesLinksToThemOrSecrets() {
    Secret token = Secret.of("eyJhbGciOi.secret-token");
    String body =
        Samples.SHIP
            .replace("Not qualified", "token eyJhbGciOi.secret-token is bad")
            .replace("XlhBXlha", "X".repeat(50_000));
    for (boolean personal : new boolean[] {true, false}) {
      String kept =
          new UpsRedaction(personal).of(Answers.of(200, body.getBytes(UTF_8), Map.of(), token));
      assertThat(kept)
          .doesNotContain("XXXX", "JVBERi0", "PGh0bWw", "uel/llp", token.reveal())
          .contains("(50000 characters)", "1ZA1B2C30358552916")
          .hasSizeLessThan(5_000);
    }
  }

  @Test
  void masksWhereAParcelWasLeftAndWithWhom() {
    String kept = new UpsRedaction(false).of(Answers.of(200, Samples.TRACK));
    assertThat(kept).doesNotContain("SMITH", "NEW YORK", "R0lGODlh").contains("DELIVERED", "NY");
  }

  @Test
  void saysThatAnAnswerWasNoJson() {
    UpsAnswer page =
        Answers.of(
            502,
            "<html>Mary Maple</html>".getBytes(UTF_8),
            Map.of("content-type", List.of("text/html")));
    assertThat(new UpsRedaction(true).of(page)).isEqualTo("(no JSON, text/html)");
  }

  @Test
  void cutsWhatIsEndless() {
    ObjectNode order =
        UpsOrder.body(
            Goods.order(
                Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5")),
                "03",
                "SC-0001",
                DocumentFormat.ZPL));
    for (int i = 0; i < 20_000; i++) {
      order.withArray("many").add("0123456789");
    }
    assertThat(new UpsRedaction(true).below(order)).hasSizeLessThan(101_000).contains("…");
  }
}
