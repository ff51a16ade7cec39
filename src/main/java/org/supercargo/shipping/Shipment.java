package org.supercargo.shipping;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.ShipmentOrder;

/** One shipment, written before the carrier is asked. What may follow what is decided here. */
@Entity
@Table(name = "shipment")
class Shipment {
  private static final int LONGEST_CHARGES = 100_000;
  private static final BigDecimal NO_PRICE = BigDecimal.valueOf(999_999_999_999L);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String carrier = "";

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "account_number")
  private String accountNumber = "";

  @Enumerated(EnumType.STRING)
  private ShipmentState state = ShipmentState.REQUESTED;

  private String reference = "";
  private String owner = "";
  private String ordered = "";
  private String service = "";

  @Column(name = "to_name")
  private String toName = "";

  @Column(name = "to_city")
  private String toCity = "";

  @Column(name = "to_country")
  private String toCountry = "";

  private int packages;
  private @Nullable String number;
  private @Nullable String charges;
  private @Nullable BigDecimal published;
  private @Nullable BigDecimal negotiated;
  private @Nullable String currency;

  @Column(name = "said_code")
  private @Nullable String saidCode;

  @Column(name = "said_text")
  private @Nullable String saidText;

  @Column(name = "requested_at")
  private Instant requestedAt = Instant.EPOCH;

  @Column(name = "created_at")
  private @Nullable Instant createdAt;

  @Column(name = "voidable_until")
  private @Nullable Instant voidableUntil;

  /** Written past the entity. */
  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "forgotten_at")
  private @Nullable Instant forgottenAt;

  @Embedded private Watch watch = new Watch();
  @Version private long version;

  /** For JPA only. */
  protected Shipment() {}

  /**
   * @param dueAt when its node must have told how it ended
   */
  Shipment(
      Consignor from,
      ShipmentOrder order,
      String reference,
      String owner,
      Instant now,
      Instant dueAt) {
    this.carrier = from.carrier();
    this.accountId = from.account();
    this.accountNumber = from.number();
    this.reference = reference;
    this.owner = owner;
    this.ordered = Json.of(order);
    this.service = order.service();
    this.toName = order.consignment().to().name();
    this.toCity = order.consignment().to().address().city();
    this.toCountry = order.consignment().to().address().country();
    this.packages = order.consignment().parcels().size();
    this.requestedAt = now;
    this.watch = Watch.until(dueAt);
  }

  /** Another one that the carrier made of the same order: to be taken back. */
  Shipment orphan(String orphanNumber, int parcels, Instant now) {
    Shipment orphan = new Shipment();
    orphan.carrier = carrier;
    orphan.accountId = accountId;
    orphan.accountNumber = accountNumber;
    orphan.reference = orphanReference(orphanNumber);
    orphan.owner = owner;
    orphan.ordered = ordered;
    orphan.service = service;
    orphan.toName = toName;
    orphan.toCity = toCity;
    orphan.toCountry = toCountry;
    orphan.packages = parcels;
    orphan.requestedAt = requestedAt;
    orphan.createdAt = now;
    orphan.number = orphanNumber;
    orphan.state = ShipmentState.VOID_REQUESTED;
    orphan.watch = Watch.until(now);
    orphan.hear(new CarrierMessage("", "Made for " + reference + " though nobody wants it."));
    return orphan;
  }

  static String orphanReference(String number) {
    return "orphan " + number;
  }

  long id() {
    return id;
  }

  String carrier() {
    return carrier;
  }

  long accountId() {
    return accountId;
  }

  String accountNumber() {
    return accountNumber;
  }

  ShipmentState state() {
    return state;
  }

  String reference() {
    return reference;
  }

  String owner() {
    return owner;
  }

  ShipmentOrder order() {
    return Json.read(ordered, ShipmentOrder.class);
  }

  /** Whether the same goods go by the same service to the same people, whatever else differs. */
  boolean isLike(ShipmentOrder other) {
    return goods(order()).equals(goods(other));
  }

  private List<String> goods(ShipmentOrder wish) {
    List<String> goods = new ArrayList<>();
    goods.add(wish.service());
    goods.add(Json.of(wish.consignment().to()));
    goods.add(Json.of(wish.consignment().parcels()));
    wish.references().stream()
        .filter(its -> !its.value().equals(reference))
        .forEach(its -> goods.add(its.value()));
    return goods;
  }

  Optional<String> number() {
    return Optional.ofNullable(number);
  }

  Optional<CarrierMessage> said() {
    String code = saidCode;
    String text = saidText;
    return code == null || text == null
        ? Optional.empty()
        : Optional.of(new CarrierMessage(code, text));
  }

  Instant requestedAt() {
    return requestedAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  long fence() {
    return watch.fence();
  }

  long version() {
    return version;
  }

  /** How the audit trail names it. */
  String subject() {
    return carrier + " " + accountNumber + " " + number().orElse(reference);
  }

  Optional<Priced> priced() {
    return Optional.ofNullable(charges).map(text -> Json.read(text, Priced.class));
  }

  private void hear(@Nullable CarrierMessage said) {
    saidCode = said == null ? null : cut(said.code(), 20);
    saidText = said == null ? null : cut(said.text(), 500);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** What a booking is to this row. */
  enum Fit {
    /** It is what was wanted, and is taken. */
    TAKEN,
    /** It is known. */
    KNOWN,
    /** Nobody waits for it: another one is in force, or people were told that there is none. */
    ORPHAN
  }

  Fit booked(Booking booking, Duration voidPeriod, Instant now) {
    if (booking.shipmentNumber().equals(number)) {
      // Found by its reference before its answer came, which alone tells what it costs.
      if (published == null && negotiated == null) {
        price(booking);
      }
      return Fit.KNOWN;
    }
    if (!state.isOpen() && state != ShipmentState.UNRESOLVED) {
      return Fit.ORPHAN;
    }
    state = ShipmentState.CREATED;
    number = booking.shipmentNumber();
    price(booking);
    packages = booking.parcels().size();
    createdAt = now;
    voidableUntil = now.plus(voidPeriod);
    endedAt = null;
    rest(now);
    hear(null);
    return Fit.TAKEN;
  }

  void holds(int parcels) {
    packages = parcels;
  }

  private void price(Booking booking) {
    Charges list = booking.published();
    Charges own = booking.negotiated();
    Priced priced = Priced.of(booking);
    String whole = Json.of(priced);
    charges = whole.length() <= LONGEST_CHARGES ? whole : Json.of(priced.totals());
    published = list == null ? null : storable(list.total());
    negotiated = own == null ? null : storable(own.total());
    currency =
        Optional.ofNullable(own == null ? list : own).map(it -> it.total().currency()).orElse(null);
  }

  /** A label that is paid for is not lost to an absurd price, which {@link Priced} still tells. */
  private static @Nullable BigDecimal storable(Money total) {
    return total.amount().abs().compareTo(NO_PRICE) < 0 ? total.amount() : null;
  }

  /** The carrier said a clear no. */
  boolean rejected(CarrierMessage said, Instant now) {
    return ends(ShipmentState.REJECTED, said, now);
  }

  /** It never left this house, or surely was not carried out. */
  boolean notSent(CarrierMessage said, Instant now) {
    return ends(ShipmentState.NOT_CREATED, said, now);
  }

  private boolean ends(ShipmentState end, CarrierMessage said, Instant now) {
    if (!state.isOpen()) {
      return false;
    }
    state = end;
    endedAt = now;
    watch.end();
    hear(said);
    return true;
  }

  /** Nobody knows what came of it. */
  boolean answerLost(CarrierMessage said, Instant now) {
    if (state != ShipmentState.REQUESTED) {
      return false;
    }
    state = ShipmentState.UNKNOWN;
    watch.doubt(now);
    hear(said);
    return true;
  }

  /** A node takes it up; another one may when that time is over. Answers the new fence. */
  long claim(Instant until) {
    return watch.claim(until);
  }

  boolean isOf(long mine) {
    return watch.isOf(mine);
  }

  /** The carrier could not be asked, or its word not be had. */
  void postpone(Instant now) {
    watch.postpone(now);
  }

  /** There is nothing to find out now. */
  void rest(Instant now) {
    watch.rest(createdAt == null ? endedAt : createdAt, now);
  }

  /** Whether another one may turn up, because an answer was lost. */
  boolean isDoubted() {
    return watch.isDoubted();
  }

  /**
   * The account is gone, and with it whoever could ask.
   *
   * @return whether that leaves something open
   */
  boolean unresolved(CarrierMessage said, Instant now) {
    boolean open = state == ShipmentState.UNKNOWN || state == ShipmentState.VOID_REQUESTED;
    if (state == ShipmentState.UNKNOWN) {
      state = ShipmentState.UNRESOLVED;
      endedAt = now;
      hear(said);
    } else if (state == ShipmentState.VOID_REQUESTED) {
      state = ShipmentState.VOID_REFUSED;
      hear(said);
    }
    watch.end();
    return open;
  }

  /** Somebody can ask again. */
  boolean reopened(Instant now) {
    if (state != ShipmentState.UNRESOLVED) {
      return false;
    }
    state = ShipmentState.UNKNOWN;
    endedAt = null;
    watch.begin(now);
    return true;
  }

  boolean isDueAt(Instant now) {
    return watch.isDueAt(now);
  }

  /**
   * The carrier knows of no such shipment. It was not made once the carrier had time enough to know
   * it.
   *
   * @param askedAt when the carrier was asked
   * @param grace how long the carrier may take to know what it made
   * @return whether that is news
   */
  boolean notFound(Instant askedAt, Instant now, Duration grace) {
    if (state != ShipmentState.UNKNOWN) {
      rest(now);
      return false;
    }
    if (!askedAt.isAfter(requestedAt.plus(grace))) {
      postpone(now);
      return false;
    }
    state = ShipmentState.NOT_CREATED;
    endedAt = now;
    rest(now);
    hear(new CarrierMessage("", "The carrier does not know it: it was not made."));
    return true;
  }

  /** It was made, and has been taken back by somebody. */
  void foundVoided(CarrierMessage said, Instant now) {
    state = ShipmentState.VOIDED;
    endedAt = now;
    rest(now);
    hear(said);
  }

  void voidRequested(Instant due) {
    state = ShipmentState.VOID_REQUESTED;
    watch.begin(due);
  }

  /**
   * @param end VOIDED, VOID_REFUSED, or CREATED when some of its packages still hold
   */
  void voidAnswered(ShipmentState end, @Nullable CarrierMessage said, Instant now) {
    state = end;
    endedAt = end == ShipmentState.VOIDED ? now : null;
    rest(now);
    hear(said);
  }

  /** Who sent it and who got it, and the link to a label, which shows both. */
  void forget(Instant now) {
    ordered = Json.of(Anonymous.of(order()));
    toName = "";
    charges = priced().map(Priced::withoutLink).map(Json::of).orElse(null);
    forgottenAt = now;
  }

  ShipmentRow row() {
    BigDecimal amount = negotiated == null ? published : negotiated;
    String money = currency;
    return new ShipmentRow(
        id,
        carrier,
        accountId,
        accountNumber,
        state,
        reference,
        references(),
        owner,
        service,
        toName,
        toCity,
        toCountry,
        packages,
        number,
        amount == null || money == null ? null : new Money(amount.stripTrailingZeros(), money),
        requestedAt,
        createdAt,
        voidableUntil,
        usedAt,
        forgottenAt);
  }

  /** Ours goes to the carrier among them. */
  private List<String> references() {
    return Json.texts(ordered, "references", "value").stream()
        .filter(text -> !text.equals(reference))
        .toList();
  }

  ShipmentView view(List<ShipmentView.Piece> pieces, List<ShipmentView.Paper> papers) {
    Priced priced = priced().orElse(Priced.NOTHING);
    return new ShipmentView(
        row(),
        order(),
        said().orElse(null),
        priced.published(),
        priced.negotiated(),
        priced.billingWeight(),
        priced.notices(),
        priced.labelLink(),
        pieces,
        papers,
        endedAt,
        version);
  }
}
