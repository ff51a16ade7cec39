package org.supercargo.carrier.ups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Charges.Surcharge;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Weight;

/** Reads prices and weights, which come as texts; what can't be read is not there. */
final class UpsCharges {
  /** Not more digits than the specification has: 1e999999999 is a number, too. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,16}(\\.\\d{1,6})?");

  private UpsCharges() {}

  /** Empty without a total above zero: UPS has no free transport, but it has errors. */
  static Optional<Charges> published(UpsJson json) {
    return charges(json, "TotalCharges");
  }

  /** The same of NegotiatedRateCharges, whose total is called in the singular. */
  static Optional<Charges> negotiated(UpsJson json) {
    return charges(json, "TotalCharge");
  }

  static Optional<Money> money(UpsJson json) {
    return json.text("CurrencyCode").flatMap(currency -> money(json, currency));
  }

  static Optional<BigDecimal> number(Optional<String> text) {
    return text.filter(value -> NUMBER.matcher(value).matches()).map(BigDecimal::new);
  }

  static @Nullable Weight weight(UpsJson json) {
    Optional<BigDecimal> value = number(json.text("Weight"));
    return json.at("UnitOfMeasurement")
        .text("Code")
        .flatMap(UpsCharges::unit)
        .flatMap(unit -> value.map(known -> new Weight(known, unit)))
        .orElse(null);
  }

  static Optional<Weight.Unit> unit(String code) {
    return switch (code) {
      case "LBS" -> Optional.of(Weight.Unit.POUND);
      case "KGS" -> Optional.of(Weight.Unit.KILOGRAM);
      case "OZS" -> Optional.of(Weight.Unit.OUNCE);
      default -> Optional.empty();
    };
  }

  private static Optional<Charges> charges(UpsJson json, String total) {
    return money(json.at(total))
        .filter(Money::isPositive)
        .map(
            sum ->
                new Charges(
                    sum,
                    money(json.at("BaseServiceCharge")).orElse(null),
                    money(json.at("TransportationCharges")).orElse(null),
                    money(json.at("ServiceOptionsCharges")).orElse(null),
                    surcharges(json),
                    taxes(json, sum.currency()),
                    money(json.at("TotalChargesWithTaxes")).orElse(null)));
  }

  /** UPS lists what costs nothing, too. */
  private static List<Surcharge> surcharges(UpsJson json) {
    return json.list("ItemizedCharges").stream()
        .flatMap(item -> surcharge(item).stream())
        .filter(surcharge -> surcharge.amount().amount().signum() != 0)
        .toList();
  }

  private static Optional<Surcharge> surcharge(UpsJson item) {
    String code = plain(item.text("Code"));
    String words = plain(item.text("Description").or(() -> item.text("SubType")));
    return money(item).map(amount -> new Surcharge(code, UpsWords.surcharge(code, words), amount));
  }

  /** Taxes have a type and an amount, in the currency of the whole. */
  private static List<Surcharge> taxes(UpsJson json, String currency) {
    return json.list("TaxCharges").stream()
        .flatMap(
            tax -> {
              String type = plain(tax.text("Type"));
              return money(tax, currency)
                  .map(amount -> new Surcharge(type, type.isEmpty() ? "Tax" : type, amount))
                  .stream();
            })
        .toList();
  }

  private static Optional<Money> money(UpsJson json, String currency) {
    return number(json.text("MonetaryValue"))
        .filter(value -> currency.matches("[A-Z]{3}"))
        .map(value -> new Money(value, currency));
  }

  private static String plain(Optional<String> text) {
    return UpsText.message("", text.orElse(""), List.of()).text();
  }
}
