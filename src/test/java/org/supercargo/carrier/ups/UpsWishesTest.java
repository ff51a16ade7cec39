package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Weight;

/** How each wish about a shipment is written for UPS. */
class UpsWishesTest {
  private static final Parcel SHOES =
      new Parcel(Packaging.OWN, Weight.pounds("3"), null, Money.of("250", "USD"), "Shoes", false);
  private static final Consignment HOME = Goods.at("A1B2C3", Goods.RECEIVER.atHome(), SHOES);
  private static final Consignment ABROAD = Goods.at("A1B2C3", Goods.CANADIAN, SHOES);

  private static JsonNode shipment(ShipmentOrder order) {
    return UpsOrder.body(order).at("/ShipmentRequest/Shipment");
  }

  private static ShipmentOrder order(
      Consignment consignment,
      Billing transport,
      @Nullable Billing duties,
      @Nullable ReturnService returns,
      List<Notification> notifications,
      @Nullable Customs customs) {
    return new ShipmentOrder(
        consignment,
        "11",
        transport,
        duties,
        List.of(Goods.reference("SC-0001")),
        "Shoes",
        returns,
        "buyer@example.com",
        notifications,
        customs,
        LabelWish.of(DocumentFormat.ZPL),
        false);
  }

  private static JsonNode paid(Billing transport, @Nullable Billing duties) {
    return shipment(order(ABROAD, transport, duties, null, List.of(), Goods.customs()))
        .at("/PaymentInformation/ShipmentCharge");
  }

  @Test
  void billsTheShipperByTheShipmentsOwnAccount() {
    JsonNode charges = paid(new Billing.Shipper(), null);
    assertThat(charges).hasSize(1);
    assertThat(charges.at("/0/Type").asText()).isEqualTo("01");
    assertThat(charges.at("/0/BillShipper/AccountNumber").asText()).isEqualTo("A1B2C3");
  }

  @Test
  void billsTransportToTheReceiverAndDutiesToAThird() {
    JsonNode charges =
        paid(
            new Billing.Receiver("R7T901", "M5V 2T6"),
            new Billing.ThirdParty("C4R0L9", "80331", "DE"));
    assertThat(charges).hasSize(2);
    assertThat(charges.at("/0/Type").asText()).isEqualTo("01");
    assertThat(charges.at("/0/BillReceiver/AccountNumber").asText()).isEqualTo("R7T901");
    assertThat(charges.at("/0/BillReceiver/Address/PostalCode").asText()).isEqualTo("M5V2T6");
    assertThat(charges.at("/1/Type").asText()).isEqualTo("02");
    assertThat(charges.at("/1/BillThirdParty/AccountNumber").asText()).isEqualTo("C4R0L9");
    assertThat(charges.at("/1/BillThirdParty/Address/PostalCode").asText()).isEqualTo("80331");
    assertThat(charges.at("/1/BillThirdParty/Address/CountryCode").asText()).isEqualTo("DE");
  }

  @Test
  void marksHomesAndSaturdaysAndWhatIsDeclared() {
    Consignment saturday =
        new Consignment(
            "A1B2C3",
            Goods.SENDER,
            null,
            Goods.RECEIVER.atHome(),
            List.of(SHOES),
            true,
            null,
            null);
    JsonNode sent = shipment(order(saturday, new Billing.Shipper(), null, null, List.of(), null));
    assertThat(sent.at("/ShipTo/Address").has("ResidentialAddressIndicator")).isTrue();
    assertThat(sent.at("/ShipmentServiceOptions").has("SaturdayDeliveryIndicator")).isTrue();
    JsonNode declared = sent.at("/Package/0/PackageServiceOptions/DeclaredValue");
    assertThat(declared.at("/MonetaryValue").asText()).isEqualTo("250.00");
    assertThat(declared.at("/CurrencyCode").asText()).isEqualTo("USD");
    JsonNode office =
        shipment(
            order(
                Goods.at("A1B2C3", Goods.RECEIVER, SHOES),
                new Billing.Shipper(),
                null,
                null,
                List.of(),
                null));
    assertThat(office.at("/ShipTo/Address").has("ResidentialAddressIndicator")).isFalse();
    assertThat(office.at("/ShipmentServiceOptions").has("SaturdayDeliveryIndicator")).isFalse();
  }

  @Test
  void makesLabelsInEachOfUpssFormats() {
    assertThat(UpsShipping.FORMATS)
        .extracting(DocumentFormat::name)
        .containsExactlyInAnyOrder("GIF", "PNG", "ZPL", "EPL", "SPL");
  }

  @ParameterizedTest
  @CsvSource({
    "PRINT_AND_MAIL, 2", "ONE_ATTEMPT, 3", "THREE_ATTEMPTS, 5",
    "ELECTRONIC_LABEL, 8", "PRINT_LABEL, 9", "EXCHANGE_LABEL, 10"
  })
  void namesReturnServicesAsUpsDoes(ReturnService returns, String code) {
    JsonNode sent =
        shipment(
            order(
                Goods.sentBack("A1B2C3", Goods.RECEIVER, Goods.SENDER, SHOES),
                new Billing.Shipper(),
                null,
                returns,
                List.of(),
                null));
    assertThat(sent.at("/ReturnService/Code").asText()).isEqualTo(code);
    assertThat(sent.at("/ShipFrom/Name").asText()).isEqualTo("Receiver Inc");
    assertThat(sent.at("/ShipTo/Name").asText()).isEqualTo("Sender Inc");
    JsonNode mail = sent.at("/ShipmentServiceOptions/LabelDelivery/EMail/EMailAddress");
    assertThat(mail.asText()).isEqualTo(code.equals("8") ? "buyer@example.com" : "");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "ELECTRONIC_LABEL; buyer@example.com; false",
        "ELECTRONIC_LABEL; ; true",
        "ELECTRONIC_LABEL; ' '; true",
        "ELECTRONIC_LABEL; buyer; true",
        "ELECTRONIC_LABEL; buyer@example; true",
        "ELECTRONIC_LABEL; a@example.com, b@example.com; true",
        "PRINT_LABEL; ; false"
      },
      delimiter = ';')
  void mailsALabelToAnAddressOnly(ReturnService returns, String email, boolean wrong) {
    ShipmentOrder order =
        new ShipmentOrder(
            Goods.sentBack("A1B2C3", Goods.RECEIVER, Goods.SENDER, SHOES),
            "03",
            new Billing.Shipper(),
            null,
            List.of(),
            null,
            returns,
            email,
            List.of(),
            null,
            LabelWish.of(DocumentFormat.GIF),
            false);
    assertThat(UpsOrderCheck.problems(order))
        .extracting(OrderProblem::field)
        .isEqualTo(wrong ? List.of("labelEmail") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"SHIPPED, 6", "EXCEPTION, 7", "DELIVERED, 8"})
  void tellsWhomToWriteToAboutWhat(Notification.Event event, String code) {
    Notification wish =
        new Notification(event, List.of("ada@example.com", "bob@example.com"), "For the hall");
    JsonNode sent =
        shipment(order(HOME, new Billing.Shipper(), null, null, List.of(wish), null))
            .at("/ShipmentServiceOptions/Notification");
    assertThat(sent).hasSize(1);
    assertThat(sent.at("/0/NotificationCode").asText()).isEqualTo(code);
    assertThat(sent.at("/0/EMail/EMailAddress")).hasSize(2);
    assertThat(sent.at("/0/EMail/EMailAddress/1").asText()).isEqualTo("bob@example.com");
    assertThat(sent.at("/0/EMail/Memo").asText()).isEqualTo("For the hall");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void leavesTheInvoiceToUpsOnlyWhereItIsToBePaperless(boolean paperless) {
    Customs plain = Goods.customs();
    Customs customs =
        new Customs(
            null,
            plain.reason(),
            plain.terms(),
            plain.invoiceNumber(),
            plain.invoiceDate(),
            plain.items(),
            plain.freight(),
            plain.insurance(),
            plain.declaration(),
            paperless);
    JsonNode forms =
        shipment(order(ABROAD, new Billing.Shipper(), null, null, List.of(), customs))
            .at("/ShipmentServiceOptions/InternationalForms");
    assertThat(forms.at("/FormType/0").asText()).isEqualTo("01");
    assertThat(forms.at("/Contacts/SoldTo/Name").asText()).isEqualTo("Maple Ltd");
    assertThat(forms.at("/InvoiceDate").asText()).isEqualTo("20261128");
    assertThat(forms.at("/ReasonForExport").asText()).isEqualTo("SALE");
    assertThat(forms.at("/Product/0/CommodityCode").asText()).isEqualTo("640391");
    assertThat(forms.has("OverridePaperlessIndicator")).isEqualTo(!paperless);
  }
}
