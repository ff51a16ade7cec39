package org.supercargo.web.shipment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.AccountDefaults;

/** A shipment as the inputs of a page hold it, and what is read from them. */
public class OrderForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private final AddressForm from = new AddressForm("US");
  private final AddressForm to = new AddressForm("US");
  private final List<ParcelLine> parcels = new ArrayList<>();
  private final PayerForm payer = new PayerForm();
  private final PayerForm duties = new PayerForm();
  private final NotificationForm notifications = new NotificationForm();
  private final CustomsForm customs = new CustomsForm("US");
  private String home = "US";
  private @Nullable AddressForm location;
  private boolean fromElsewhere;
  private boolean saturday;
  private boolean checksAddress;

  OrderForm() {
    parcels.add(ParcelLine.in(home, Packaging.OWN));
    typed.put("currency", "USD");
    put("referenceKind", Reference.Kind.INVOICE);
  }

  /** Begins with what the account's shipments begin with; keeps what was typed. */
  void begin(Party shipper, AccountDefaults wishes) {
    boolean moved = !shipper.address().country().equals(home);
    home = shipper.address().country();
    parcels.replaceAll(line -> line.isEmpty() ? ParcelLine.in(home, wishes.packaging()) : line);
    typed.put("currency", Currencies.of(home));
    payer.fill(wishes.payer());
    typed.put("format", wishes.labelFormat().name());
    typed.put("stock", Integer.toString(wishes.stockInches()));
    if (moved && !fromElsewhere) {
      from.getTyped().put("country", home);
      if (Reading.text(to.getTyped(), "addressLine1").isEmpty()) {
        to.getTyped().put("country", home);
        to.chooseCountry();
      }
    }
    customs.from(getOrigin());
  }

  /** At a location, unless another address is typed. */
  void collectAt(Party there) {
    location = new AddressForm(there.address().country());
    location.fill(there);
    fromElsewhere = false;
    customs.from(getOrigin());
  }

  void collectAtShippers() {
    location = null;
    fromElsewhere = false;
    customs.from(getOrigin());
  }

  private @Nullable Party collected() {
    AddressForm there = isFromElsewhere() ? from : location;
    return there == null ? null : there.party();
  }

  /** As an earlier order, but for what belongs to that one alone. */
  void fill(ShipmentOrder order) {
    Consignment consignment = order.consignment();
    to.fill(consignment.to());
    fromElsewhere = consignment.from() != null;
    Optional.ofNullable(consignment.from()).ifPresent(from::fill);
    parcels.clear();
    consignment.parcels().stream().map(ParcelLine::of).forEach(parcels::add);
    saturday = consignment.saturdayDelivery();
    put("confirmation", consignment.confirmation());
    payer.fill(order.transport());
    duties.fill(order.duties());
    notifications.fill(order.notifications());
    put("returns", order.returns());
    typed.put("description", order.description());
    typed.put("labelEmail", order.labelEmail());
    Optional.ofNullable(consignment.goodsValue()).ifPresent(this::fillValue);
    Optional.ofNullable(order.customs()).ifPresent(customs::fill);
    checksAddress = order.checksAddress();
  }

  private void fillValue(Money value) {
    typed.put("goodsValue", value.digits());
    typed.put("currency", value.currency());
  }

  private void put(String field, @Nullable Enum<?> chosen) {
    typed.put(field, chosen == null ? null : chosen.name());
  }

  private Consignment consignment(Reading reading, String number, Party shipper) {
    String currency = Reading.text(typed, "currency");
    List<Parcel> all =
        IntStream.range(0, parcels.size())
            .mapToObj(
                i ->
                    parcels
                        .get(i)
                        .parcel(reading, currency, "consignment.parcels[%d]".formatted(i)))
            .toList();
    return new Consignment(
        number,
        shipper,
        collected(),
        to.party(),
        all,
        saturday,
        Reading.chosen(typed, "confirmation", DeliveryConfirmation.class),
        reading.money(typed, "goodsValue", currency, "consignment.goodsValue"));
  }

  RateQuestion question(Reading reading, String number, Party shipper) {
    return RateQuestion.shop(consignment(reading, number, shipper)).returning(getReturns());
  }

  @Nullable LocalDate wished(Reading reading) {
    return reading.date(typed, "wished", "wished");
  }

  ShipmentOrder order(
      Reading reading, String number, Party shipper, String service, LocalDate today) {
    notifications.check(reading);
    return new ShipmentOrder(
        consignment(reading, number, shipper),
        service,
        Objects.requireNonNullElseGet(payer.billing(), Billing.Shipper::new),
        isAbroad() ? duties.billing() : null,
        references(),
        Reading.optional(typed, "description"),
        getReturns(),
        isLabelMailed() ? Reading.optional(typed, "labelEmail") : null,
        notifications.notifications(),
        customs(reading, today),
        label(),
        checksAddress);
  }

  private List<Reference> references() {
    String value = Reading.optional(typed, "reference");
    return value == null
        ? List.of()
        : List.of(
            new Reference(
                Reading.chosen(
                    typed, "referenceKind", Reference.Kind.class, Reference.Kind.INVOICE),
                value));
  }

  private @Nullable Customs customs(Reading reading, LocalDate today) {
    return isInvoiced() ? customs.customs(reading, Reading.text(typed, "currency"), today) : null;
  }

  private LabelWish label() {
    return new LabelWish(
        Reading.chosen(typed, "format", DocumentFormat.class, DocumentFormat.GIF),
        Reading.text(typed, "stock").equals("8") ? 8 : 6);
  }

  private @Nullable ReturnService getReturns() {
    return Reading.chosen(typed, "returns", ReturnService.class);
  }

  public void addParcel() {
    ParcelLine last = parcels.get(parcels.size() - 1);
    ParcelLine line = ParcelLine.in(getOrigin(), Packaging.OWN);
    for (String unit : List.of("weightUnit", "sizeUnit", "packaging")) {
      line.getTyped().put(unit, last.getTyped().get(unit));
    }
    parcels.add(line);
  }

  public void copyParcel(ParcelLine line) {
    parcels.add(parcels.indexOf(line) + 1, line.copy());
  }

  public void removeParcel(ParcelLine line) {
    if (parcels.size() > 1) {
      parcels.remove(line);
    }
  }

  /** Where the parcels come from, by country. */
  public String getOrigin() {
    return isFromElsewhere() ? from.getCountry() : location == null ? home : location.getCountry();
  }

  public boolean isAbroad() {
    return !getOrigin().equals(to.getCountry());
  }

  public boolean isReturn() {
    return getReturns() != null;
  }

  /** Whether the carrier sends the label to somebody by e-mail. */
  public boolean isLabelMailed() {
    return getReturns() == ReturnService.ELECTRONIC_LABEL;
  }

  /** Whether the carrier makes a commercial invoice. */
  public boolean isInvoiced() {
    return isAbroad() && customs.isWanted() && !isReturn();
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public AddressForm getFrom() {
    return from;
  }

  public AddressForm getTo() {
    return to;
  }

  public List<ParcelLine> getParcels() {
    return parcels;
  }

  public PayerForm getPayer() {
    return payer;
  }

  public PayerForm getDuties() {
    return duties;
  }

  public NotificationForm getNotifications() {
    return notifications;
  }

  public CustomsForm getCustoms() {
    return customs;
  }

  public boolean isFromElsewhere() {
    return fromElsewhere || isSentBack();
  }

  /**
   * Whether somebody sends it back, so that his address is needed whether or not one asks for it.
   */
  public boolean isSentBack() {
    return isReturn() && location == null;
  }

  public void setFromElsewhere(boolean fromElsewhere) {
    this.fromElsewhere = fromElsewhere;
  }

  public boolean isSaturday() {
    return saturday;
  }

  public void setSaturday(boolean saturday) {
    this.saturday = saturday;
  }

  public boolean isChecksAddress() {
    return checksAddress;
  }

  public void setChecksAddress(boolean checksAddress) {
    this.checksAddress = checksAddress;
  }
}
