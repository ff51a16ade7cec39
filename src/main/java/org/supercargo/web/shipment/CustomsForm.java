package org.supercargo.web.shipment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Money;

/** What customs asks, as the inputs of a page hold it. */
public class CustomsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private final List<ItemLine> items = new ArrayList<>();
  private boolean wanted = true;
  private boolean paperless;
  private String origin;

  CustomsForm(String origin) {
    this.origin = origin;
    items.add(ItemLine.madeIn(origin));
  }

  void from(String country) {
    if (!country.equals(origin)) {
      items.stream()
          .filter(item -> origin.equals(item.getTyped().get("originCountry")))
          .forEach(item -> item.getTyped().put("originCountry", country));
      origin = country;
    }
  }

  Customs customs(Reading reading, String currency, LocalDate today) {
    LocalDate date = reading.date(typed, "invoiceDate", "customs.invoiceDate");
    String terms = Reading.optional(typed, "terms");
    return new Customs(
        null,
        Reading.chosen(typed, "reason", Customs.Reason.class, Customs.Reason.SALE),
        terms == null ? null : terms.toUpperCase(Locale.ROOT),
        reading.needed(typed, "invoiceNumber", "customs.invoiceNumber"),
        Objects.requireNonNullElse(date, today),
        IntStream.range(0, items.size())
            .mapToObj(i -> items.get(i).item(reading, currency, "customs.items[%d]".formatted(i)))
            .toList(),
        reading.money(typed, "freight", currency, "customs.freight"),
        reading.money(typed, "insurance", currency, "customs.insurance"),
        Reading.optional(typed, "declaration"),
        paperless);
  }

  void fill(Customs customs) {
    typed.put("reason", customs.reason().name());
    typed.put("terms", customs.terms());
    typed.put("freight", digits(customs.freight()));
    typed.put("insurance", digits(customs.insurance()));
    typed.put("declaration", customs.declaration());
    items.clear();
    customs.items().stream().map(ItemLine::of).forEach(items::add);
    paperless = customs.paperless();
    wanted = true;
  }

  private static @Nullable String digits(@Nullable Money money) {
    return money == null ? null : money.digits();
  }

  public void add() {
    items.add(ItemLine.madeIn(origin));
  }

  public void remove(ItemLine item) {
    if (items.size() > 1) {
      items.remove(item);
    }
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public List<ItemLine> getItems() {
    return items;
  }

  /** Whether the carrier is to make the invoice. */
  public boolean isWanted() {
    return wanted;
  }

  public void setWanted(boolean wanted) {
    this.wanted = wanted;
  }

  public boolean isPaperless() {
    return paperless;
  }

  public void setPaperless(boolean paperless) {
    this.paperless = paperless;
  }
}
