package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.gate.Lane;
import org.supercargo.shipping.label.Sheet;

/**
 * Prices, shipments, labels, voids and tracking for connected accounts. Accounts and shipments go
 * by their ids; one that never was is a {@link java.util.NoSuchElementException}, but where an
 * {@link Optional} is answered. Methods that may call the carrier refuse to run inside a
 * transaction, take as long as its time-outs and a wait for their turn allow, and throw a {@link
 * org.supercargo.carrier.CarrierException} where they don't say otherwise:
 *
 * <ul>
 *   <li>{@code Rejected}: the carrier said no, or the question has problems and was not sent
 *   <li>{@code Unavailable}: it is down, slow or limiting; {@code retryAt} says when to try again
 *   <li>{@code TokenRefused}: it refuses even a fresh token; most likely a product is missing
 *   <li>{@code ReconnectNeeded}: the account is not connected, or has to be connected again
 *   <li>{@code ApplicationRefused}: it refuses this application; an operator has to act
 * </ul>
 */
@ApplicationScoped
public class Shipping {
  private static final int BATCH = 1_000;

  @Inject Quotes quotes;
  @Inject Ordering ordering;
  @Inject Shipments shipments;
  @Inject Withdrawal withdrawal;
  @Inject Labels labels;
  @Inject Papers papers;
  @Inject Tracker tracker;
  @Inject Consignors consignors;
  @Inject Sockets sockets;
  @Inject WireRows wires;
  @Inject Wishes wishes;
  @Inject AddressBook book;

  // --- before anything is asked ---

  /** Who ships on that account: its company at its own address. */
  public Party shipper(long account) {
    return consignors.of(account).shipper();
  }

  /** The account's number as orders and questions name it. */
  public String accountNumber(long account) {
    return consignors.of(account).number();
  }

  /** What the account's carrier offers between two countries, each ISO 3166-1 alpha-2. */
  public List<Service> services(long account, String origin, String destination) {
    return sockets.rates(consignors.of(account).carrier()).services(origin, destination);
  }

  /** What labels of that account can come in when they are made. */
  public Set<DocumentFormat> labelFormats(long account) {
    return sockets.shipping(consignors.of(account).carrier()).labelFormats();
  }

  /** What is wrong with a question as far as it shows without asking the carrier. */
  public List<OrderProblem> problems(long account, RateQuestion question) {
    return quotes.problems(account, question);
  }

  /** What is wrong with an order as far as it shows without asking the carrier. */
  public List<OrderProblem> problems(long account, ShipmentOrder order) {
    return ordering.problems(account, order);
  }

  // --- prices ---

  /**
   * Asks the carrier for prices: of one service or of all. An error is never an empty list and
   * never a price of zero.
   *
   * @param wished the day by which it has to be there, by the destination's calendar; null when
   *     there is none
   */
  @Transactional(Transactional.TxType.NEVER)
  public Quote quote(long account, RateQuestion question, @Nullable LocalDate wished) {
    return quotes.quote(account, question, wished);
  }

  // --- shipments ---

  /**
   * Makes a shipment, once a key: the actor's name and the command's key stand for one order. It is
   * written down before the carrier is asked. The same again waits for and answers the same
   * shipment. Throws nothing for what the carrier says or fails to say: see {@link ShipAnswer}.
   */
  @Transactional(Transactional.TxType.NEVER)
  public ShipAnswer ship(ShipCommand command, Actor who) {
    return ordering.ship(command, who, Lane.LABEL);
  }

  /**
   * What came of sending just that before with that key, as {@link #ship} would answer it; empty
   * when it was not, or the key stands for something else.
   *
   * @param asked see {@link ShipCommand#asked()}
   */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<ShipAnswer> again(String key, String asked, Actor who) {
    return ordering.again(key, asked, who);
  }

  /** As {@link #ship}, giving way to all who wait for their labels and prices at a screen. */
  @Transactional(Transactional.TxType.NEVER)
  public ShipAnswer shipInBackground(ShipCommand command, Actor who) {
    return ordering.ship(command, who, Lane.BACKGROUND);
  }

  /** What the actor's key stands for; empty when it was never sent, or is free again. */
  public Optional<ShipmentView> known(String key, Actor who) {
    return ordering.known(key, who);
  }

  /** Which of the keys {@link #known} would find. */
  public Set<String> knownAmong(List<String> keys, Actor who) {
    return ordering.knownAmong(keys, who);
  }

  public Optional<ShipmentView> view(long shipment) {
    return shipments.view(shipment);
  }

  /** Newest first; by cursor ({@code after}) or by page. */
  public List<ShipmentRow> list(ShipmentQuery query) {
    return shipments.list(query);
  }

  /** How many rows the query has without its page. */
  public long count(ShipmentQuery query) {
    return shipments.count(query);
  }

  /**
   * Hands over all rows of the query, ignoring its page, in batches: by the cursor, so that no page
   * gets slower, and none is left out when others leave the list meanwhile. No transaction waits
   * for the reader.
   */
  public void each(ShipmentQuery query, Consumer<ShipmentRow> row) {
    ShipmentQuery next = query.page(0, BATCH);
    List<ShipmentRow> batch = shipments.list(next);
    while (!batch.isEmpty()) {
      batch.forEach(row);
      next = next.after(ShipmentQuery.Place.of(batch.getLast()));
      batch = batch.size() < BATCH ? List.of() : shipments.list(next);
    }
  }

  /**
   * Takes a shipment, or some of its packages, back. May be repeated. The record stays. Throws
   * nothing for what the carrier says or fails to say: see {@link VoidReply}.
   *
   * @param trackingNumbers of the packages; empty for the whole shipment
   */
  @Transactional(Transactional.TxType.NEVER)
  public VoidReply takeBack(long shipment, Set<String> trackingNumbers, Actor who) {
    return withdrawal.takeBack(shipment, trackingNumbers, who);
  }

  // --- labels and papers ---

  /**
   * The labels of a shipment, in the order of its packages, without those taken back. What is not
   * there in that format, was swept or is damaged, is asked of the carrier again and kept. All are
   * answered, or it throws: {@code Unavailable} names the package that the carrier left out.
   */
  @Transactional(Transactional.TxType.NEVER)
  public List<Document> labels(long shipment, DocumentFormat format, Actor who) {
    return labels.of(shipment, format, who);
  }

  /**
   * As {@link #labels}, of one package, whatever there is of the others. Empty when the shipment
   * has no such package, or it was taken back.
   */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<Document> label(
      long shipment, String trackingNumber, DocumentFormat format, Actor who) {
    return labels.one(shipment, trackingNumber, format, who);
  }

  /**
   * Labels on paper, as one PDF: those of each shipment in turn, one a sheet, upright and at their
   * true size.
   *
   * @throws org.supercargo.shipping.label.NotPrintable when a label is no picture
   */
  @Transactional(Transactional.TxType.NEVER)
  public Document paper(List<Long> shipments, Sheet sheet, Actor who) {
    return labels.paper(shipments, sheet, who);
  }

  /**
   * As {@link #label}, on paper.
   *
   * @throws org.supercargo.shipping.label.NotPrintable when the label is no picture
   */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<Document> paper(long shipment, String trackingNumber, Sheet sheet, Actor who) {
    return labels.paper(shipment, trackingNumber, sheet, who);
  }

  /** One paper of a shipment as it came, such as a commercial invoice; empty once it was swept. */
  public Optional<Document> document(long shipment, long paper) {
    return papers.document(shipment, paper);
  }

  /** Asks the carrier for all labels again, in the format they were wished in, and keeps them. */
  @Transactional(Transactional.TxType.NEVER)
  public ShipmentView recover(long shipment, Actor who) {
    ShipmentView view = shipments.view(shipment).orElseThrow();
    labels.recover(view, view.order().label().format(), who);
    return shipments.view(shipment).orElseThrow();
  }

  // --- tracking ---

  /**
   * Where a parcel is. The carrier is asked at most every five minutes, over all nodes; in between,
   * and while it is silent, what it said last is answered. A question that failed is repeated at
   * once, twice at most, and may be asked again after thirty seconds.
   */
  @Transactional(Transactional.TxType.NEVER)
  public TrackingView track(long account, String trackingNumber) {
    return tracker.number(account, trackingNumber, null);
  }

  /** As {@link #track}, of every package of a shipment; empty unless it was made. */
  @Transactional(Transactional.TxType.NEVER)
  public List<TrackingView> track(long shipment) {
    ShipmentView view = shipments.view(shipment).orElseThrow();
    return view.packages().stream()
        .map(piece -> tracker.number(view.row().account(), piece.trackingNumber(), shipment))
        .toList();
  }

  /** As {@link #track}, of what bears a reference and was shipped in the last ninety days. */
  @Transactional(Transactional.TxType.NEVER)
  public TrackingView trackReference(long account, String reference) {
    return tracker.reference(account, reference);
  }

  /**
   * The signature or the letter that came with what was heard last of a delivered parcel; asks
   * nobody. Empty where the carrier gave none.
   *
   * @param trackingNumber as {@link TrackingView} has it
   */
  public Optional<Document> proof(long account, String trackingNumber, DeliveryProof which) {
    return tracker.proof(account, trackingNumber, which);
  }

  // --- the rest ---

  /** What went over the wire, redacted, newest first; a second late. */
  public List<WireView> wire(WireQuery query) {
    return wires.find(query);
  }

  /** What the account's shipments begin with; something sensible where nobody has chosen. */
  public AccountDefaults defaults(long account) {
    return wishes.of(account);
  }

  public void keepDefaults(long account, AccountDefaults defaults, Actor who) {
    wishes.keep(consignors.of(account), defaults, who);
  }

  /** Where that person or API key shipped to lately, the latest first, none twice. */
  public List<Party> recentAddresses(Actor who, int most) {
    return book.latest(who.name(), most);
  }
}
