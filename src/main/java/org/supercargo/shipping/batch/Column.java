package org.supercargo.shipping.batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file of shipments may tell of each, in the order of the template. */
public enum Column {
  REFERENCE(false, "PO-4711"),
  ACCOUNT(false, ""),
  LOCATION(false, ""),
  SERVICE(true, "UPS Ground"),
  TO_NAME(true, "Receiver Inc"),
  TO_ATTENTION(false, "Rita Receiver"),
  TO_PHONE(false, "+1 212 555 0100"),
  TO_EMAIL(false, ""),
  TO_TAX_NUMBER(false, ""),
  TO_ADDRESS_1(true, "11 Times Sq"),
  TO_ADDRESS_2(false, "Floor 3"),
  TO_ADDRESS_3(false, ""),
  TO_CITY(true, "New York"),
  TO_STATE(false, "NY"),
  TO_POSTAL_CODE(false, "10036"),
  TO_COUNTRY(true, "US"),
  TO_RESIDENTIAL(false, "no"),
  PACKAGES(false, "1"),
  PACKAGING(false, "own"),
  WEIGHT(true, "2.5"),
  WEIGHT_UNIT(true, "lb"),
  LENGTH(false, "10"),
  WIDTH(false, "8"),
  HEIGHT(false, "6"),
  SIZE_UNIT(false, "in"),
  DECLARED_VALUE(false, ""),
  CURRENCY(false, "USD"),
  DESCRIPTION(false, ""),
  SIGNATURE(false, ""),
  SATURDAY(false, "no"),
  NOTIFY_EMAIL(false, ""),
  BILL_TO(false, "shipper"),
  BILL_ACCOUNT(false, ""),
  BILL_POSTAL_CODE(false, ""),
  BILL_COUNTRY(false, ""),
  GOODS_VALUE(false, ""),
  CUSTOMS_REASON(false, ""),
  INVOICE_NUMBER(false, ""),
  ITEM_DESCRIPTION(false, ""),
  ITEM_QUANTITY(false, ""),
  ITEM_UNIT_PRICE(false, ""),
  ITEM_ORIGIN(false, ""),
  ITEM_COMMODITY_CODE(false, "");

  /** Stands in our own files of what failed; not read. */
  static final String ERROR = "error";

  private final boolean needed;
  private final String example;

  Column(boolean needed, String example) {
    this.needed = needed;
    this.example = example;
  }

  /** As the first row of a file names it: {@code to_postal_code}. */
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether each row has to fill it. Others may be needed by their neighbours. */
  public boolean isNeeded() {
    return needed;
  }

  public String example() {
    return example;
  }

  /** Ignores case, and takes blanks and hyphens for underscores. */
  static Optional<Column> named(String header) {
    String plain = plain(header);
    return Arrays.stream(values()).filter(one -> one.header().equals(plain)).findFirst();
  }

  static boolean isError(String header) {
    return plain(header).equals(ERROR);
  }

  private static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
  }
}
