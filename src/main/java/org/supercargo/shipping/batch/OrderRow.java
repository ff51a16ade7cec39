package org.supercargo.shipping.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/** Makes an order of a row. */
final class OrderRow {
  private static final int MOST_PACKAGES = 200;
  private static final Map<String, Weight.Unit> WEIGHTS =
      words(Weight.Unit.values(), Weight.Unit::symbol);
  private static final Map<String, Size.Unit> SIZES = words(Size.Unit.values(), Size.Unit::symbol);
  private static final Map<String, Packaging> PACKAGINGS = words(Packaging.values(), Enum::name);
  private static final Map<String, DeliveryConfirmation> SIGNATURES =
      Map.of(
          "signature", DeliveryConfirmation.SIGNATURE,
          "adult", DeliveryConfirmation.ADULT_SIGNATURE);
  private static final Map<String, Customs.Reason> REASONS =
      words(Customs.Reason.values(), Enum::name);

  /** Who may pay, as a cell says it. */
  private enum Payer {
    SHIPPER,
    RECEIVER,
    THIRD_PARTY
  }

  private final Cells cells;
  private final Sender sender;
  private final BiFunction<String, String, List<Service>> services;

  /**
   * @param services what there is between two countries
   */
  OrderRow(Cells cells, Sender sender, BiFunction<String, String, List<Service>> services) {
    this.cells = cells;
    this.sender = sender;
    this.services = services;
  }

  /** To be sent only when the cells have no problems. */
  ShipmentOrder order(LabelWish label, LocalDate today) {
    Party to = receiver();
    Consignment consignment =
        new Consignment(
            sender.number(),
            sender.shipper(),
            sender.from(),
            to,
            Collections.nCopies(cells.count(Column.PACKAGES, 1, MOST_PACKAGES), parcel()),
            cells.flag(Column.SATURDAY),
            cells.choice(Column.SIGNATURE, SIGNATURES, null),
            cells.money(Column.GOODS_VALUE));
    String reference = cells.text(Column.REFERENCE);
    return new ShipmentOrder(
        consignment,
        service(to.address().country()),
        payer(),
        null,
        reference.isEmpty()
            ? List.of()
            : List.of(new Reference(Reference.Kind.PURCHASE_ORDER, reference)),
        cells.optional(Column.DESCRIPTION),
        null,
        null,
        notifications(),
        customs(today),
        label,
        false);
  }

  private Party receiver() {
    List<String> lines =
        Stream.of(Column.TO_ADDRESS_1, Column.TO_ADDRESS_2, Column.TO_ADDRESS_3)
            .map(cells::text)
            .filter(line -> !line.isEmpty())
            .toList();
    Address address =
        new Address(
            lines,
            cells.text(Column.TO_CITY),
            cells.optionalCode(Column.TO_STATE),
            cells.optionalCode(Column.TO_POSTAL_CODE),
            cells.text(Column.TO_COUNTRY).toUpperCase(Locale.ROOT));
    return new Party(
        cells.text(Column.TO_NAME),
        cells.optional(Column.TO_ATTENTION),
        cells.optional(Column.TO_PHONE),
        cells.optional(Column.TO_EMAIL),
        cells.optional(Column.TO_TAX_NUMBER),
        address,
        cells.flag(Column.TO_RESIDENTIAL));
  }

  private Parcel parcel() {
    Packaging usual = sender.usual().packaging();
    return new Parcel(
        Objects.requireNonNullElse(cells.choice(Column.PACKAGING, PACKAGINGS, usual), usual),
        new Weight(
            cells.number(Column.WEIGHT),
            cells.chosen(Column.WEIGHT_UNIT, WEIGHTS, Weight.Unit.POUND)),
        size(),
        cells.money(Column.DECLARED_VALUE),
        null,
        false);
  }

  private @Nullable Size size() {
    if (Stream.of(Column.LENGTH, Column.WIDTH, Column.HEIGHT).noneMatch(cells::has)) {
      return null;
    }
    return new Size(
        cells.number(Column.LENGTH),
        cells.number(Column.WIDTH),
        cells.number(Column.HEIGHT),
        cells.chosen(Column.SIZE_UNIT, SIZES, Size.Unit.INCH));
  }

  /** By code or by name; a spreadsheet makes 3 of 03. */
  private String service(String country) {
    String text = cells.needed(Column.SERVICE);
    if (text.isEmpty() || !country.matches("[A-Z]{2}")) {
      return text;
    }
    String plain = plain(text.length() == 1 ? "0" + text : text);
    List<Service> offered = services.apply(sender.origin(), country);
    return offered.stream()
        .filter(one -> one.code().equalsIgnoreCase(plain) || plain(one.name()).equals(plain))
        .map(Service::code)
        .findFirst()
        .orElseGet(() -> unknown(offered, country));
  }

  private String unknown(List<Service> offered, String country) {
    String names = String.join(", ", offered.stream().map(Service::name).toList());
    cells.wrong(Column.SERVICE, "is not offered to %s; there are: %s".formatted(country, names));
    return "";
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[®™\\s]+", " ").strip();
  }

  private Billing payer() {
    return switch (cells.choice(Column.BILL_TO, words(Payer.values(), Enum::name), null)) {
      case null -> sender.usual().payer();
      case SHIPPER -> new Billing.Shipper();
      case RECEIVER ->
          new Billing.Receiver(
              cells.code(Column.BILL_ACCOUNT), cells.optionalCode(Column.BILL_POSTAL_CODE));
      case THIRD_PARTY ->
          new Billing.ThirdParty(
              cells.code(Column.BILL_ACCOUNT),
              cells.optionalCode(Column.BILL_POSTAL_CODE),
              cells.code(Column.BILL_COUNTRY));
    };
  }

  private List<Notification> notifications() {
    return cells.has(Column.NOTIFY_EMAIL)
        ? List.of(
            new Notification(
                Notification.Event.SHIPPED, List.of(cells.text(Column.NOTIFY_EMAIL)), null))
        : List.of();
  }

  /** Of one item; more need an invoice made elsewhere. */
  private @Nullable Customs customs(LocalDate today) {
    if (!cells.has(Column.ITEM_DESCRIPTION)) {
      return null;
    }
    Customs.Item item =
        new Customs.Item(
            cells.text(Column.ITEM_DESCRIPTION),
            cells.optionalCode(Column.ITEM_COMMODITY_CODE),
            cells.code(Column.ITEM_ORIGIN),
            cells.number(Column.ITEM_QUANTITY),
            null,
            cells.amount(Column.ITEM_UNIT_PRICE),
            null);
    Customs.Reason reason = cells.choice(Column.CUSTOMS_REASON, REASONS, Customs.Reason.SALE);
    return new Customs(
        null,
        reason == null ? Customs.Reason.SALE : reason,
        null,
        cells.needed(Column.INVOICE_NUMBER),
        today,
        List.of(item),
        null,
        null,
        null,
        false);
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] all, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(all).forEach(one -> words.put(word.apply(one).toLowerCase(Locale.ROOT), one));
    return Collections.unmodifiableMap(words);
  }
}
