package org.supercargo.simulator.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.tariff.Charges;
import org.supercargo.simulator.tariff.Haul;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.Service;
import org.supercargo.simulator.tariff.Tariff;
import org.supercargo.simulator.tariff.Transit;

/** One rate of the answer: a service with its charges, published and negotiated. */
final class RatedShipment {
  private final Quote quote;
  private final Haul haul;
  private final Tariff tariff;
  private final Version version;
  private final boolean negotiated;

  /** negotiated: the account has such rates; told only when the question asked for them. */
  RatedShipment(Quote quote, Service service, Version version, boolean negotiated) {
    this.quote = quote;
    this.haul = quote.haul();
    this.tariff = new Tariff(haul, service);
    this.version = version;
    this.negotiated = negotiated && haul.from().hasStateIfNeeded();
  }

  Map<String, Object> asJson() {
    Charges published = tariff.published();
    Service service = tariff.service();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Service", Json.object("Code", service.code(), "Description", ""));
    if (version.isAtLeast("v2409")) {
      json.put("Zone", String.valueOf(tariff.zone()));
    }
    json.put("RatedShipmentAlert", version.repeatable(alerts()));
    json.put("BillingWeight", haul.billingWeight());
    json.putAll(published.asJson());
    json.put("ItemizedCharges", version.repeatable(published.itemized()));
    if (quote.negotiatedAsked() && negotiated) {
      json.put("NegotiatedRateCharges", negotiatedCharges());
    }
    if (service.isGuaranteed()) {
      json.put("GuaranteedDelivery", guaranteed(service));
    }
    json.put(
        "RatedPackage",
        version.repeatable(haul.parcels().stream().map(this::ratedPackage).toList()));
    return json;
  }

  Map<String, Object> asJson(LocalDate pickup) {
    Map<String, Object> json = asJson();
    json.put(
        "TimeInTransit",
        new Transit(pickup, tariff.days()).asJson(tariff.service(), quote.billType()));
    return json;
  }

  private Map<String, Object> negotiatedCharges() {
    Charges charges = tariff.negotiated();
    return Json.object(
        "ItemizedCharges", version.repeatable(charges.itemized()),
        "TotalCharge", charges.total().asJson());
  }

  private Map<String, Object> guaranteed(Service service) {
    String by = service.by();
    int hour = Integer.parseInt(by.substring(0, 2));
    String time =
        "%d:%s %s".formatted((hour + 11) % 12 + 1, by.substring(2, 4), hour < 12 ? "A.M." : "P.M.");
    return Json.object(
        "BusinessDaysInTransit", String.valueOf(tariff.days()), "DeliveryByTime", time);
  }

  private List<Object> alerts() {
    List<Object> alerts = new ArrayList<>();
    alerts.add(alert("110971", "Your invoice may vary from the displayed reference rates"));
    if (quote.negotiatedAsked() && !negotiated) {
      alerts.add(
          alert(
              "120900",
              "User Id and Shipper Number combination is not qualified to receive negotiated"
                  + " rates."));
    }
    return alerts;
  }

  private static Object alert(String code, String description) {
    return Json.object("Code", code, "Description", description);
  }

  private Object ratedPackage(Parcel parcel) {
    Map<String, Object> json = tariff.publishedOf(parcel).asJson();
    json.put("Weight", Parcel.oneDecimal(parcel.weight()));
    json.put("BillingWeight", haul.only(parcel).billingWeight());
    return json;
  }
}
