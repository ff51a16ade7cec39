package org.supercargo.simulator.tariff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.http.Json;

/**
 * A price taken apart. The items are part of transportation or of options; what is declared in
 * value is in the options without an item of its own.
 */
public record Charges(Money base, List<Item> items, Money transportation, Money options) {

  /** A surcharge by UPS's number. */
  public record Item(String code, Money amount) {
    Map<String, Object> asJson() {
      Map<String, Object> json = Json.object("Code", code);
      json.putAll(amount.asJson());
      return json;
    }
  }

  public Money total() {
    return transportation.plus(options);
  }

  public List<Map<String, Object>> itemized() {
    return items.stream().map(Item::asJson).toList();
  }

  /** The four sums under the names that Rating and Shipping share. */
  public Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("TransportationCharges", transportation.asJson());
    json.put("BaseServiceCharge", base.asJson());
    json.put("ServiceOptionsCharges", options.asJson());
    json.put("TotalCharges", total().asJson());
    return json;
  }
}
