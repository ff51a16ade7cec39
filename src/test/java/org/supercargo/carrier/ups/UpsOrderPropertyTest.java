package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.PickupKind;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/**
 * Whatever is ordered: either a problem is found before UPS is asked, or what is sent fits the
 * strict schema. Nothing in between.
 */
class UpsOrderPropertyTest {
  private static final JsonSchema OWN = own();
  private static final String SIGNS = "abcXYZ 019-.,'&<>\"\\/éß漢😀\u00a0\t";

  private static JsonSchema own() {
    try (var in = UpsOrderPropertyTest.class.getResourceAsStream("requests.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(JsonMapper.builder().build().readTree(in));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Property(tries = 3000)
  void isFoundWrongOrFitsTheSchema(@ForAll long seed) {
    Anything any = new Anything(new Random(seed));
    ShipmentOrder order = any.order();
    boolean good = UpsOrderCheck.problems(order).isEmpty();
    Statistics.label("good").collect(good).coverage(all -> all.check(true).percentage(p -> p > 2));
    if (good) {
      fits(UpsCall.post(UpsOperation.SHIP, "/x", UpsOrder.body(order)).body());
    }
    RateQuestion question =
        new RateQuestion(
            order.consignment(),
            any.maybe(order.service()),
            any.flip(),
            PickupKind.DAILY,
            null,
            order.returns());
    boolean priced = new UpsRates().problems(question).isEmpty();
    Statistics.label("priced")
        .collect(priced)
        .coverage(all -> all.check(true).percentage(p -> p > 5));
    if (priced) {
      fits(UpsCall.post(UpsOperation.RATE, "/x", UpsRateQuestion.body(question)).body());
    }
  }

  private static void fits(ObjectNode body) {
    assertThat(OWN.validate(body)).as(body.toString()).isEmpty();
  }

  /** Orders near the edges: mostly right, now and then wrong. */
  private record Anything(Random random) {
    boolean flip() {
      return random.nextBoolean();
    }

    boolean seldom() {
      return random.nextInt(25) == 0;
    }

    <T> T maybe(T value) {
      return flip() ? value : null;
    }

    <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    String text(int longest) {
      int length = seldom() ? random.nextInt(3) * longest : 1 + random.nextInt(longest);
      StringBuilder text = new StringBuilder();
      int[] signs = SIGNS.codePoints().toArray();
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(signs[random.nextInt(signs.length)]);
      }
      return text.toString();
    }

    BigDecimal number(int most) {
      int scale = random.nextInt(4);
      return new BigDecimal(random.nextInt(most * 1000))
          .movePointLeft(3)
          .setScale(scale, RoundingMode.UP);
    }

    Party party(String country) {
      String state = List.of("US", "CA").contains(country) ? "NY" : maybe("BY");
      String code =
          switch (country) {
            case "US", "PR" -> one(List.of("10036", "10036-1234", "100361234"));
            case "CA" -> one(List.of("M5V 2T6", "M5V2T6", "m5v2t6"));
            default -> maybe(text(8));
          };
      return new Party(
          text(35),
          maybe(text(35)),
          maybe("+1 (404) 555-0100"),
          maybe(text(50)),
          maybe(text(15)),
          new Address(
              flip() ? List.of(text(35)) : List.of(text(35), "", text(35)),
              text(30),
              state,
              code,
              country),
          flip());
    }

    Parcel parcel() {
      return new Parcel(
          one(List.of(Packaging.values())),
          new Weight(number(seldom() ? 400 : 60), one(List.of(Weight.Unit.values()))),
          maybe(new Size(number(90), number(30), number(30), one(List.of(Size.Unit.values())))),
          maybe(new Money(number(60_000), one(List.of("USD", "JPY", "KWD")))),
          maybe(text(35)),
          flip());
    }

    Consignment consignment() {
      List<String> countries = List.of("US", "US", "US", "CA", "PR", "DE", "JP");
      String home = one(countries);
      return new Consignment(
          seldom() ? "bad" : "A1B2C3",
          party(home),
          maybe(party(seldom() ? one(countries) : home)),
          party(one(countries)),
          flip() ? List.of(parcel()) : List.of(parcel(), parcel()),
          flip(),
          maybe(one(List.of(DeliveryConfirmation.values()))),
          maybe(new Money(number(60_000), "USD")));
    }

    Billing payer() {
      return one(
          List.of(
              new Billing.Shipper(),
              new Billing.Receiver("4E5F6G", maybe("94105-1234")),
              new Billing.ThirdParty("C4R0L9", maybe(text(9)), "DE")));
    }

    Customs customs(Consignment consignment) {
      Customs.Item item =
          new Customs.Item(
              text(105),
              maybe("640391"),
              "US",
              number(900),
              maybe("PRS"),
              new Money(number(500), "USD"),
              null);
      return new Customs(
          maybe(consignment.to()),
          one(List.of(Customs.Reason.values())),
          maybe("DAP"),
          text(35),
          LocalDate.of(2026, 11, 28),
          List.of(item, item),
          maybe(new Money(number(90), "USD")),
          maybe(new Money(number(90), "USD")),
          maybe(text(550)),
          flip());
    }

    ShipmentOrder order() {
      Consignment consignment = consignment();
      boolean returned = seldom();
      return new ShipmentOrder(
          consignment,
          one(List.of("03", "11", "65", "M4")),
          payer(),
          consignment.isDomestic() ? null : maybe(payer()),
          flip()
              ? List.of()
              : List.of(new Reference(one(List.of(Reference.Kind.values())), text(35))),
          maybe(text(50)),
          returned ? one(List.of(ReturnService.values())) : null,
          maybe(text(50)),
          flip()
              ? List.of()
              : List.of(
                  new Notification(
                      one(List.of(Notification.Event.values())),
                      List.of(text(50)),
                      maybe(text(150)))),
          consignment.isDomestic() || returned ? null : maybe(customs(consignment)),
          new LabelWish(one(List.of(DocumentFormat.values())), one(List.of(6, 8))),
          flip());
    }
  }
}
