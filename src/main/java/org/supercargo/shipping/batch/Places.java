package org.supercargo.shipping.batch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.supercargo.carrier.OrderProblem;

/** Which column a part of an order came from, so that a problem is shown where it was typed. */
final class Places {
  private static final String SHIPPER = "consignment.shipper.";
  private static final String FROM = "consignment.from.";

  /** The first one that a field begins with. */
  private static final Map<String, Column> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("consignment.accountNumber", Column.ACCOUNT);
    COLUMNS.put("consignment.to.name", Column.TO_NAME);
    COLUMNS.put("consignment.to.attention", Column.TO_ATTENTION);
    COLUMNS.put("consignment.to.phone", Column.TO_PHONE);
    COLUMNS.put("consignment.to.email", Column.TO_EMAIL);
    COLUMNS.put("consignment.to.taxNumber", Column.TO_TAX_NUMBER);
    COLUMNS.put("consignment.to.address.lines[1]", Column.TO_ADDRESS_2);
    COLUMNS.put("consignment.to.address.lines[2]", Column.TO_ADDRESS_3);
    COLUMNS.put("consignment.to.address.lines", Column.TO_ADDRESS_1);
    COLUMNS.put("consignment.to.address.city", Column.TO_CITY);
    COLUMNS.put("consignment.to.address.state", Column.TO_STATE);
    COLUMNS.put("consignment.to.address.postalCode", Column.TO_POSTAL_CODE);
    COLUMNS.put("consignment.to.address.country", Column.TO_COUNTRY);
    COLUMNS.put("consignment.confirmation", Column.SIGNATURE);
    COLUMNS.put("consignment.goodsValue", Column.GOODS_VALUE);
    COLUMNS.put("consignment.parcels[].weight", Column.WEIGHT);
    COLUMNS.put("consignment.parcels[].size", Column.LENGTH);
    COLUMNS.put("consignment.parcels[].declaredValue", Column.DECLARED_VALUE);
    COLUMNS.put("consignment.parcels[].packaging", Column.PACKAGING);
    COLUMNS.put("consignment.parcels", Column.PACKAGES);
    COLUMNS.put("consignment.saturday", Column.SATURDAY);
    COLUMNS.put("service", Column.SERVICE);
    COLUMNS.put("transport.accountNumber", Column.BILL_ACCOUNT);
    COLUMNS.put("transport.postalCode", Column.BILL_POSTAL_CODE);
    COLUMNS.put("transport.country", Column.BILL_COUNTRY);
    COLUMNS.put("transport", Column.BILL_TO);
    COLUMNS.put("references", Column.REFERENCE);
    COLUMNS.put("description", Column.DESCRIPTION);
    COLUMNS.put("notifications", Column.NOTIFY_EMAIL);
    COLUMNS.put("customs.reason", Column.CUSTOMS_REASON);
    COLUMNS.put("customs.invoiceNumber", Column.INVOICE_NUMBER);
    COLUMNS.put("customs.items[].description", Column.ITEM_DESCRIPTION);
    COLUMNS.put("customs.items[].quantity", Column.ITEM_QUANTITY);
    COLUMNS.put("customs.items[].unitPrice", Column.ITEM_UNIT_PRICE);
    COLUMNS.put("customs.items[].originCountry", Column.ITEM_ORIGIN);
    COLUMNS.put("customs.items[].commodityCode", Column.ITEM_COMMODITY_CODE);
    COLUMNS.put("customs", Column.ITEM_DESCRIPTION);
  }

  private Places() {}

  static RowProblem of(OrderProblem problem) {
    if (problem.field().startsWith(SHIPPER)) {
      String part = problem.field().substring(SHIPPER.length());
      return RowProblem.at(
          Column.ACCOUNT, "has a shipper whose %s %s".formatted(spoken(part), problem.words()));
    }
    if (problem.field().startsWith(FROM)) {
      String part = problem.field().substring(FROM.length());
      return RowProblem.at(
          Column.LOCATION, "has an address whose %s %s".formatted(spoken(part), problem.words()));
    }
    String field = problem.field().replaceAll("(parcels|items)\\[\\d+]", "$1[]");
    return COLUMNS.entrySet().stream()
        .filter(place -> field.startsWith(place.getKey()))
        .findFirst()
        .map(place -> RowProblem.at(place.getValue(), problem.words()))
        .orElseGet(() -> RowProblem.whole(spoken(problem.field()) + " " + problem.words()));
  }

  /**
   * {@code address.postalCode} is the <i>postal code</i>, {@code lines[1]} the <i>address line</i>.
   */
  private static String spoken(String part) {
    String name = part.replaceAll("\\[\\d+]", "");
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.equals("lines")
        ? "address line"
        : last.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
