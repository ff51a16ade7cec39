package org.supercargo.carrier.ups;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Party;

/** What UPS would refuse of the data for a commercial invoice. */
record UpsCustomsCheck(UpsProblems problems, Customs customs) {
  private static final int MOST_ITEMS = 50;
  private static final int LONGEST_DESCRIPTION = 3 * UpsForms.LINE;

  void check() {
    problems.atMost(customs.invoiceNumber(), 35, "customs.invoiceNumber");
    problems.atMost(customs.declaration(), 550, "customs.declaration");
    problems.hold(
        customs.terms() == null || customs.terms().matches("[A-Z]{3}"),
        "customs.terms",
        "is no Incoterm of three letters");
    Party soldTo = customs.soldTo();
    if (soldTo != null) {
      problems.text(soldTo.attention(), 35, "customs.soldTo.attention");
      problems.text(soldTo.name(), 35, "customs.soldTo.name");
    }
    List<Customs.Item> items = customs.items();
    problems.hold(
        !items.isEmpty() && items.size() <= MOST_ITEMS,
        "customs.items",
        "must be 1 to " + MOST_ITEMS);
    for (int i = 0; i < items.size(); i++) {
      item(items.get(i), items.get(0), "customs.items[%d]".formatted(i));
    }
    money(customs.freight(), "customs.freight");
    money(customs.insurance(), "customs.insurance");
  }

  private void item(Customs.Item item, Customs.Item first, String field) {
    problems.text(item.description(), LONGEST_DESCRIPTION, field + ".description");
    String code = item.commodityCode();
    problems.hold(
        code == null || code.matches("[0-9A-Za-z.]{6,15}"),
        field + ".commodityCode",
        "must have 6 to 15 letters and digits");
    problems.country(item.originCountry(), field + ".originCountry");
    problems.hold(
        item.quantity().signum() > 0
            && item.quantity().stripTrailingZeros().toPlainString().length() <= 7,
        field + ".quantity",
        "must be above zero, and have at most seven digits");
    problems.hold(item.unitPrice().isPositive(), field + ".unitPrice", "must be above zero");
    problems.hold(
        item.unitPrice().currency().equals(first.unitPrice().currency()),
        field + ".unitPrice",
        "must be in one currency");
  }

  private void money(@Nullable Money money, String field) {
    problems.hold(
        money == null
            || customs.items().stream()
                .allMatch(item -> item.unitPrice().currency().equals(money.currency())),
        field,
        "must be in the currency of the items");
  }
}
