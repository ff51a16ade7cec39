package org.supercargo.web.shipment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Customs;

/** One line of a commercial invoice as the inputs of a page hold it. */
public class ItemLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed = new HashMap<>();

  /** Most goods were made where they come from. */
  static ItemLine madeIn(String country) {
    ItemLine line = new ItemLine();
    line.typed.put("originCountry", country);
    line.typed.put("quantity", "1");
    return line;
  }

  static ItemLine of(Customs.Item item) {
    ItemLine line = new ItemLine();
    line.typed.put("description", item.description());
    line.typed.put("commodityCode", item.commodityCode());
    line.typed.put("originCountry", item.originCountry());
    line.typed.put("quantity", item.quantity().toPlainString());
    line.typed.put("unitPrice", item.unitPrice().digits());
    return line;
  }

  Customs.Item item(Reading reading, String currency, String place) {
    BigDecimal price = reading.number(typed, "unitPrice", place + ".unitPrice");
    return new Customs.Item(
        reading.needed(typed, "description", place + ".description"),
        Reading.optional(typed, "commodityCode"),
        reading.needed(typed, "originCountry", place + ".originCountry"),
        reading.number(typed, "quantity", place + ".quantity"),
        null,
        reading.money(price, currency, "customs.currency"),
        null);
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }
}
