package org.supercargo.carrier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customs asks: the data of a commercial invoice, which the carrier makes of it.
 *
 * @param soldTo who buys; null when it is who gets the parcels
 * @param terms Incoterms, such as {@code DAP}; null when none was agreed
 * @param invoiceNumber at most 35 characters
 * @param invoiceDate by the shipper's calendar
 * @param items at least one, all in one currency
 * @param freight what is charged for transport on the invoice
 * @param insurance what is charged for insurance on the invoice
 * @param declaration the sentence that the law wants, at most 550 characters
 * @param paperless the carrier hands the data to customs by itself, where the account may; else the
 *     invoice is to be printed and put on the parcel
 */
public record Customs(
    @Nullable Party soldTo,
    Reason reason,
    @Nullable String terms,
    String invoiceNumber,
    LocalDate invoiceDate,
    List<Item> items,
    @Nullable Money freight,
    @Nullable Money insurance,
    @Nullable String declaration,
    boolean paperless) {

  /** Why the goods leave the country. */
  public enum Reason {
    SALE,
    GIFT,
    SAMPLE,
    RETURN,
    REPAIR,
    INTERCOMPANY
  }

  /**
   * One line of the invoice.
   *
   * @param description at most 105 characters
   * @param commodityCode of the tariff, 6 to 15 letters and digits; null lets customs find it
   * @param originCountry where it was made, ISO 3166-1 alpha-2
   * @param quantity how many units
   * @param unit the carrier's word for pieces, such as {@code PCS}; null is pieces
   * @param unitPrice of one unit
   * @param weight of all of them
   */
  public record Item(
      String description,
      @Nullable String commodityCode,
      String originCountry,
      BigDecimal quantity,
      @Nullable String unit,
      Money unitPrice,
      @Nullable Weight weight) {
    public Item {
      Measured.requireSane(quantity);
    }
  }

  public Customs {
    items = List.copyOf(items);
  }

  /** What all goods cost together. */
  public Money total() {
    return items.stream()
        .map(
            item ->
                new Money(
                    item.unitPrice().amount().multiply(item.quantity()),
                    item.unitPrice().currency()))
        .reduce(Money::plus)
        .map(Money::rounded)
        .orElseThrow(() -> new IllegalStateException("an invoice without items"));
  }
}
