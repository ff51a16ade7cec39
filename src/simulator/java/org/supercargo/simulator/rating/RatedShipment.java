package org.supercargo.simulator.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One rate of the answer: a service with its charges, published and negotiated. */
final class RatedShipment {
  private static final Map<String, String> UNITS =
      Map.of("LBS", "Pounds", "KGS", "Kilograms", "OZS", "Ounces");

  private final Shipment shipment;
  private final Tariff tariff;
  private final Version version;
  private final boolean negotiated;

  /** negotiated: the account has such rates; told only when the question asked for them. */
  RatedShipment(Shipment shipment, Service service, Version version, boolean negotiated) {
    this.shipment = shipment;
    this.tariff = new Tariff(shipment, service);
    this.version = version;
    this.negotiated = negotiated && shipment.from().hasStateIfNeeded();
  }

  Map<String, Object> asJson() {
    Money base = tariff.base(shipment.parcels());
    Money fuel = tariff.fuel(base);
    Money residential = tariff.residential();
    Money total = base.plus(fuel).plus(residential);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Service", map("Code", tariff.service().code(), "Description", ""));
    if (version.tellsZone()) {
      json.put("Zone", String.valueOf(tariff.zone()));
    }
    json.put("RatedShipmentAlert", version.repeatable(alerts()));
    json.put("BillingWeight", billingWeight(shipment.parcels()));
    json.put("TransportationCharges", base.plus(fuel).asJson());
    json.put("BaseServiceCharge", base.asJson());
    json.put("ItemizedCharges", version.repeatable(itemized(fuel, residential)));
    json.put("ServiceOptionsCharges", tariff.money(BigDecimal.ZERO).asJson());
    json.put("TotalCharges", total.asJson());
    if (shipment.negotiatedAsked() && negotiated) {
      json.put("NegotiatedRateCharges", map("TotalCharge", Tariff.negotiated(total).asJson()));
    }
    json.put(
        "RatedPackage",
        version.repeatable(shipment.parcels().stream().map(this::ratedPackage).toList()));
    return json;
  }

  Map<String, Object> asJson(LocalDate pickup) {
    Map<String, Object> json = asJson();
    json.put("TimeInTransit", new Transit(pickup, tariff.days()).asJson());
    return json;
  }

  private List<Object> alerts() {
    List<Object> alerts = new ArrayList<>();
    alerts.add(
        map(
            "Code",
            "110971",
            "Description",
            "Your invoice may vary from the displayed reference rates"));
    if (shipment.negotiatedAsked() && !negotiated) {
      alerts.add(
          map(
              "Code",
              "120900",
              "Description",
              "User Id and Shipper Number combination is not qualified to receive negotiated"
                  + " rates."));
    }
    return alerts;
  }

  private static List<Object> itemized(Money fuel, Money residential) {
    List<Object> charges = new ArrayList<>();
    charges.add(charge("375", fuel));
    if (residential.amount().signum() > 0) {
      charges.add(charge("270", residential));
    }
    return charges;
  }

  private static Object charge(String code, Money money) {
    Map<String, Object> charge = map("Code", code);
    charge.putAll(money.asJson());
    return charge;
  }

  private Object ratedPackage(Parcel parcel) {
    Money base = tariff.base(List.of(parcel));
    Money transport = base.plus(tariff.fuel(base));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("BaseServiceCharge", base.asJson());
    json.put("TransportationCharges", transport.asJson());
    json.put("ServiceOptionsCharges", tariff.money(BigDecimal.ZERO).asJson());
    json.put("TotalCharges", transport.asJson());
    json.put("Weight", oneDecimal(parcel.weight()));
    json.put("BillingWeight", billingWeight(List.of(parcel)));
    return json;
  }

  private static Object billingWeight(List<Parcel> parcels) {
    String unit = parcels.get(0).unit();
    BigDecimal sum =
        parcels.stream()
            .map(parcel -> parcel.weight().setScale(0, RoundingMode.CEILING))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String weight = sum.precision() > 3 ? sum.toPlainString() : oneDecimal(sum);
    return map(
        "UnitOfMeasurement", map("Code", unit, "Description", UNITS.get(unit)), "Weight", weight);
  }

  private static String oneDecimal(BigDecimal weight) {
    return weight.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
