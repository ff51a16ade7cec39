package org.supercargo.shipping.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;
import org.supercargo.shipping.AccountDefaults;
import org.supercargo.shipping.label.Sheet;

class OrderRowTest {
  private static final Sender SENDER =
      new Sender(7, "A1B2C3", Goods.SENDER, null, AccountDefaults.UNCHOSEN);
  private static final List<Service> SERVICES =
      List.of(new Service("03", "UPS Ground"), new Service("01", "UPS Next Day Air®"));

  private Sender sender = SENDER;
  private final Map<Column, String> typed = new EnumMap<>(Column.class);
  private Cells cells;

  private static Map<Column, String> template() {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    Arrays.stream(Column.values()).forEach(column -> cells.put(column, column.example()));
    return cells;
  }

  private ShipmentOrder order() {
    return order(true);
  }

  private ShipmentOrder order(boolean decimalComma) {
    Map<Column, String> all = template();
    all.putAll(typed);
    cells = new Cells(all, decimalComma);
    return new OrderRow(cells, sender, (origin, to) -> SERVICES)
        .order(sender.label(DocumentFormat.ZPL), LocalDate.of(2026, 11, 28));
  }

  @Test
  void leavesToTheAccountWhatTheRowDoesNotSay() {
    Billing parent = new Billing.ThirdParty("4E5F6G", "94105", "US");
    sender =
        new Sender(
            7,
            "A1B2C3",
            Goods.SENDER,
            null,
            new AccountDefaults(DocumentFormat.GIF, 8, Sheet.LABEL, Packaging.PAK, parent, null));
    typed.put(Column.PACKAGING, "");
    typed.put(Column.BILL_TO, "");
    assertThat(order().transport()).isEqualTo(parent);
    assertThat(order().consignment().parcels())
        .extracting(Parcel::packaging)
        .containsExactly(Packaging.PAK);
    assertThat(order().label()).isEqualTo(new LabelWish(DocumentFormat.ZPL, 8));
    typed.put(Column.PACKAGING, "own");
    typed.put(Column.BILL_TO, "shipper");
    assertThat(order().transport()).isEqualTo(new Billing.Shipper());
    assertThat(order().consignment().parcels())
        .extracting(Parcel::packaging)
        .containsExactly(Packaging.OWN);
  }

  @Test
  void makesAnOrderOfTheTemplatesExample() {
    ShipmentOrder order = order();
    assertThat(cells.problems()).isEmpty();
    assertThat(order.service()).isEqualTo("03");
    assertThat(order.consignment().accountNumber()).isEqualTo("A1B2C3");
    assertThat(order.consignment().shipper()).isEqualTo(Goods.SENDER);
    assertThat(order.consignment().to().address().lines())
        .containsExactly("11 Times Sq", "Floor 3");
    assertThat(order.consignment().parcels())
        .containsExactly(Parcel.of(Weight.pounds("2.5"), Size.of("10", "8", "6", Size.Unit.INCH)));
    assertThat(order.references()).extracting(it -> it.value()).containsExactly("PO-4711");
    assertThat(order.transport()).isEqualTo(new Billing.Shipper());
    assertThat(order.customs()).isNull();
  }

  @Test
  void readsEveryOption() {
    typed.put(Column.PACKAGES, "3");
    typed.put(Column.TO_RESIDENTIAL, "Yes");
    typed.put(Column.SATURDAY, "x");
    typed.put(Column.SIGNATURE, "Adult");
    typed.put(Column.DECLARED_VALUE, "99,50");
    typed.put(Column.CURRENCY, "eur");
    typed.put(Column.BILL_TO, "Third party");
    typed.put(Column.BILL_ACCOUNT, "4e5f6g");
    typed.put(Column.BILL_COUNTRY, "us");
    typed.put(Column.ITEM_DESCRIPTION, "Shoes");
    typed.put(Column.ITEM_QUANTITY, "2");
    typed.put(Column.ITEM_UNIT_PRICE, "59.5");
    typed.put(Column.ITEM_ORIGIN, "it");
    typed.put(Column.INVOICE_NUMBER, "I-1");
    ShipmentOrder order = order();
    assertThat(cells.problems()).isEmpty();
    assertThat(order.consignment().parcels()).hasSize(3);
    assertThat(order.consignment().to().residential()).isTrue();
    assertThat(order.consignment().saturdayDelivery()).isTrue();
    assertThat(order.consignment().confirmation()).isEqualTo(DeliveryConfirmation.ADULT_SIGNATURE);
    assertThat(order.consignment().parcels().getFirst().declaredValue())
        .isEqualTo(Money.of("99.5", "EUR"));
    assertThat(order.transport()).isEqualTo(new Billing.ThirdParty("4E5F6G", null, "US"));
    assertThat(order.customs().total()).isEqualTo(Money.of("119", "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE,Stork,is not offered to US",
    "WEIGHT,heavy,is no plain number",
    "WEIGHT,'1,250.00',is no plain number",
    "WEIGHT_UNIT,stone,must be one of: lb",
    "WEIGHT_UNIT,'',is missing",
    "PACKAGES,0,must be a whole number",
    "PACKAGES,201,must be a whole number",
    "WIDTH,'',is missing",
    "SIZE_UNIT,'',is missing",
    "PACKAGING,bag,must be one of: own",
    "SATURDAY,perhaps,must be yes or no",
    "SIGNATURE,three,must be one of",
    "BILL_TO,nobody,must be one of: shipper",
  })
  void tellsTheCellThatIsWrong(Column column, String text, String words) {
    typed.put(column, text);
    order();
    assertThat(cells.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.column()).isEqualTo(column.header());
              assertThat(problem.words()).contains(words);
            });
  }

  @ParameterizedTest
  @CsvSource({"3,03", "03,03", "ups GROUND,03", "UPS Next Day Air,01", "UPS Next Day Air®,01"})
  void findsAServiceByItsNameOrItsCode(String typedService, String code) {
    typed.put(Column.SERVICE, typedService);
    assertThat(order().service()).isEqualTo(code);
  }

  @Test
  void takesADecimalCommaOnlyWhereCommasDoNotPartTheCells() {
    typed.put(Column.WEIGHT, "2,5");
    assertThat(order(true).consignment().parcels().getFirst().weight())
        .isEqualTo(Weight.pounds("2.5"));
    order(false);
    assertThat(cells.problems()).extracting(RowProblem::column).containsExactly("weight");
  }

  @ParameterizedTest
  @CsvSource({
    "consignment.to.address.lines[1],to_address_2",
    "consignment.to.address.lines,to_address_1",
    "consignment.parcels[12].weight,weight",
    "consignment.parcels[0].size,length",
    "consignment.parcels,packages",
    "references[0].value,reference",
    "consignment.shipper.phone,account",
    "customs.items[0].quantity,item_quantity",
    "something.else,''",
  })
  void showsAProblemWhereItWasTyped(String field, String column) {
    assertThat(Places.of(new OrderProblem(field, "is wrong")).column()).isEqualTo(column);
  }

  /** Weights come through to the last digit, with point or comma. */
  @Property(tries = 300)
  void keepsEveryDigit(
      @ForAll @BigRange(min = "0.001", max = "150") @Scale(3) BigDecimal weight,
      @ForAll boolean comma) {
    String text = weight.toPlainString();
    typed.put(Column.WEIGHT, comma ? text.replace('.', ',') : text);
    assertThat(order().consignment().parcels().getFirst().weight().value())
        .isEqualByComparingTo(weight);
    assertThat(cells.problems()).isEmpty();
  }

  /** Whatever stands in the cells: an order or words, never an exception. */
  @Property(tries = 1_000)
  void answersToWhateverIsTyped(@ForAll Column column, @ForAll("anything") String text) {
    typed.put(column, text);
    order();
    assertThat(cells.problems()).allSatisfy(problem -> assertThat(problem.words()).isNotBlank());
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.of(
            "1E999999999",
            "-1",
            "0",
            "NaN",
            "99999999999",
            ".5",
            ",",
            "١",
            "yes",
            "lb",
            "USD",
            "${7*7}",
            "=cmd()",
            "\u0000",
            " "));
  }
}
