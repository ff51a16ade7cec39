package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/** What is written for UPS, and what is not sent at all. */
class UpsOrderTest {
  private static final Party PUERTO_RICAN =
      Party.of("Sol", new Address(List.of("1 Calle Sol"), "San Juan", "PR", "00901", "PR"))
          .reachedAt("Luz", "787 555 0100");

  private static JsonNode shipment(Consignment consignment) {
    return UpsOrder.body(Goods.order(consignment, "03", "SC-0001", DocumentFormat.ZPL))
        .at("/ShipmentRequest/Shipment");
  }

  private static Consignment between(Party from, Party to, Parcel... parcels) {
    return Consignment.of("A1B2C3", from, to, List.of(parcels));
  }

  @Test
  void putsReferencesOnPackagesWithinTheStatesAndPuertoRicoOnly() {
    Parcel parcel = Goods.parcel("5");
    for (Consignment home :
        List.of(
            between(Goods.SENDER, Goods.RECEIVER, parcel),
            between(PUERTO_RICAN, PUERTO_RICAN, parcel))) {
      assertThat(shipment(home).at("/Package/0/ReferenceNumber/0/Value").asText())
          .isEqualTo("SC-0001");
      assertThat(shipment(home).has("ReferenceNumber")).isFalse();
    }
    for (Consignment elsewhere :
        List.of(
            between(Goods.SENDER, PUERTO_RICAN, parcel),
            between(Goods.SENDER, Goods.CANADIAN, parcel),
            between(Goods.CANADIAN, Goods.CANADIAN, parcel),
            between(Goods.GERMAN, Goods.GERMAN, parcel))) {
      assertThat(shipment(elsewhere).at("/ReferenceNumber/0/Value").asText()).isEqualTo("SC-0001");
      assertThat(shipment(elsewhere).at("/Package/0").has("ReferenceNumber")).isFalse();
    }
  }

  @Test
  void asksForASignatureByPackageAtHomeAndOnceAbroad() {
    JsonNode home =
        shipment(
            Goods.signed(
                between(Goods.SENDER, Goods.RECEIVER, Goods.parcel("5")),
                DeliveryConfirmation.ADULT_SIGNATURE));
    assertThat(home.at("/Package/0/PackageServiceOptions/DeliveryConfirmation/DCISType").asText())
        .isEqualTo("3");
    assertThat(home.has("ShipmentServiceOptions")).isFalse();
    JsonNode abroad =
        shipment(
            Goods.signed(
                between(Goods.SENDER, Goods.CANADIAN, Goods.parcel("5")),
                DeliveryConfirmation.ADULT_SIGNATURE));
    assertThat(abroad.at("/ShipmentServiceOptions/DeliveryConfirmation/DCISType").asText())
        .isEqualTo("2");
    assertThat(abroad.at("/Package/0").has("PackageServiceOptions")).isFalse();
  }

  @Test
  void callsThePackagingAsEachApiDoes() {
    Consignment home = between(Goods.SENDER, Goods.RECEIVER, Goods.parcel("5"));
    ObjectNode rate = UpsRateQuestion.body(RateQuestion.shop(home));
    assertThat(rate.at("/RateRequest/Shipment/Package/0").has("PackagingType")).isTrue();
    assertThat(rate.at("/RateRequest/Shipment/Package/0").has("Packaging")).isFalse();
    assertThat(shipment(home).at("/Package/0").has("Packaging")).isTrue();
    assertThat(shipment(home).at("/Package/0").has("PackagingType")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, POUND, 5.0, LBS", "5.01, POUND, 5.1, LBS", "0.01, POUND, 0.1, LBS",
    "8, OUNCE, 0.5, LBS", "1, KILOGRAM, 2.3, LBS", "1200, GRAM, 2.7, LBS"
  })
  void sendsWeightsInTheOriginsUnitRoundedUp(
      String value, Weight.Unit unit, String sent, String code) {
    JsonNode weight =
        shipment(between(Goods.SENDER, Goods.RECEIVER, Parcel.of(Weight.of(value, unit))))
            .at("/Package/0/PackageWeight");
    assertThat(weight.at("/Weight").asText()).isEqualTo(sent);
    assertThat(weight.at("/UnitOfMeasurement/Code").asText()).isEqualTo(code);
  }

  @Test
  void sendsKilogramsAndCentimetresFromEurope() {
    Parcel parcel = Parcel.of(Weight.pounds("10"), Size.of("10", "5", "2", Size.Unit.INCH));
    JsonNode sent = shipment(between(Goods.GERMAN, Goods.GERMAN, parcel)).at("/Package/0");
    assertThat(sent.at("/PackageWeight/Weight").asText()).isEqualTo("4.6");
    assertThat(sent.at("/PackageWeight/UnitOfMeasurement/Code").asText()).isEqualTo("KGS");
    assertThat(sent.at("/Dimensions/Length").asText()).isEqualTo("25");
    assertThat(sent.at("/Dimensions/Width").asText()).isEqualTo("13");
    assertThat(sent.at("/Dimensions/Height").asText()).isEqualTo("5");
  }

  @Test
  void saysToRatingAndToShippingAlikeWhetherItGoesToAHome() {
    for (Party to : List.of(Goods.RECEIVER, Goods.RECEIVER.atHome())) {
      Consignment home = between(Goods.SENDER, to, Goods.parcel("5"));
      JsonNode rate = UpsRateQuestion.body(RateQuestion.shop(home)).at("/RateRequest/Shipment");
      for (JsonNode sent : List.of(rate, shipment(home))) {
        assertThat(sent.at("/ShipTo/Address").has("ResidentialAddressIndicator"))
            .isEqualTo(to.residential());
      }
    }
  }

  @Test
  void sendsYenWithoutDecimals() {
    Parcel dear =
        new Parcel(
            Packaging.OWN, Weight.kilograms("1"), null, Money.of("1500.4", "JPY"), null, false);
    assertThat(
            shipment(between(Goods.GERMAN, Goods.GERMAN, dear))
                .at("/Package/0/PackageServiceOptions/DeclaredValue/MonetaryValue")
                .asText())
        .isEqualTo("1500");
  }

  @Test
  void sendsPostalCodesAndPhonesWithoutSigns() {
    JsonNode to = shipment(between(Goods.SENDER, Goods.CANADIAN, Goods.parcel("5"))).at("/ShipTo");
    assertThat(to.at("/Address/PostalCode").asText()).isEqualTo("M5V2T6");
    assertThat(to.at("/Phone/Number").asText()).isEqualTo("14165550100");
  }

  @ParameterizedTest
  @CsvSource({
    "US, US, 01, UPS Next Day Air",
    "CA, CA, 01, UPS Express",
    "DE, DE, 07, UPS Express",
    "US, DE, 07, UPS Worldwide Express",
    "PL, PL, 82, UPS Today Standard",
    "CA, CA, 13, UPS Express Saver",
    "US, CA, 11, UPS Standard",
    "DE, FR, 11, UPS Standard"
  })
  void namesServicesByTheirOrigin(String origin, String to, String code, String name) {
    assertThat(UpsWords.services(origin, to)).contains(new Service(code, name));
  }

  @Test
  void offersStandardOverLandOnlyAndNamesWhatItDoesNotKnow() {
    assertThat(UpsWords.services("US", "DE")).extracting(Service::code).doesNotContain("11");
    assertThat(UpsWords.services("DE", "US")).extracting(Service::code).doesNotContain("11", "70");
    assertThat(UpsWords.services("JP", "US")).isNotEmpty();
    assertThat(UpsWords.service("99", "US", "").name()).isEqualTo("UPS service 99");
    assertThat(UpsWords.service("99", "US", "Brand new").name()).isEqualTo("Brand new");
  }

  /** To a territory as at home, to other countries as abroad. */
  @Test
  void offersBetweenTheStatesAndPuertoRicoWhatBothHaveAtHome() {
    for (String lane : List.of("US PR", "PR US")) {
      String[] ends = lane.split(" ");
      assertThat(UpsWords.services(ends[0], ends[1]))
          .as(lane)
          .containsExactlyInAnyOrder(
              new Service("01", "UPS Next Day Air"),
              new Service("02", "UPS 2nd Day Air"),
              new Service("03", "UPS Ground"),
              new Service("14", "UPS Next Day Air Early"));
    }
    assertThat(UpsWords.services("PR", "DE"))
        .extracting(Service::code)
        .containsExactlyInAnyOrder("07", "08", "54", "65");
  }

  @Test
  void chargesNoDutiesToPuertoRico() {
    Consignment there = between(Goods.SENDER, PUERTO_RICAN, Goods.parcel("5"));
    assertThat(UpsOrderCheck.problems(Goods.abroad(there, "03", "PO-1")))
        .extracting(OrderProblem::field)
        .containsExactly("duties");
    Consignment abroad = between(Goods.SENDER, Goods.CANADIAN, Goods.parcel("5"));
    assertThat(UpsOrderCheck.problems(Goods.abroad(abroad, "11", "PO-1"))).isEmpty();
  }

  @Test
  void findsEveryProblemAtOnceByItsField() {
    Party nobody = Party.of("", new Address(List.of(), "", null, "1", "US"));
    ShipmentOrder order =
        Goods.order(
            between(Goods.SENDER, nobody, Goods.parcel("151")), "x", "", DocumentFormat.PDF);
    assertThat(UpsOrderCheck.problems(order))
        .extracting(OrderProblem::field)
        .containsExactlyInAnyOrder(
            "consignment.to.name",
            "consignment.to.address.lines",
            "consignment.to.address.city",
            "consignment.to.address.state",
            "consignment.to.address.postalCode",
            "consignment.parcels[0].weight",
            "service",
            "label.format",
            "references[0].value");
  }

  /** A database keeps no NUL, and no label shows an escape. */
  @Test
  void refusesWhatCanNotBePrinted() {
    Party odd =
        new Party(
            "A\u0000B",
            "\u001b",
            "404555\u00000123",
            "a@b\u0000",
            null,
            Goods.SENDER.address(),
            false);
    ShipmentOrder order =
        Goods.order(
            between(Goods.SENDER, odd, Goods.parcel("5")), "03", "P\u0000", DocumentFormat.GIF);
    assertThat(UpsOrderCheck.problems(order))
        .extracting(OrderProblem::field)
        .containsExactlyInAnyOrder(
            "consignment.to.name",
            "consignment.to.attention",
            "consignment.to.phone",
            "consignment.to.email",
            "references[0].value");
  }

  @ParameterizedTest
  @CsvSource({
    "50000.00, true",
    "50000.01, false",
    "50000.99, false",
    "4294967297, false",
    "0, false"
  })
  void comparesDeclaredValuesToTheCent(String value, boolean right) {
    Parcel dear =
        new Parcel(Packaging.OWN, Weight.pounds("5"), null, Money.of(value, "USD"), null, false);
    ShipmentOrder order =
        Goods.order(
            between(Goods.SENDER, Goods.RECEIVER, dear), "03", "SC-0001", DocumentFormat.ZPL);
    assertThat(UpsOrderCheck.problems(order))
        .extracting(OrderProblem::field)
        .isEqualTo(right ? List.of() : List.of("consignment.parcels[0].declaredValue"));
  }
}
