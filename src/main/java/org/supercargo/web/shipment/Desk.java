package org.supercargo.web.shipment;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.shipping.Quote;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;
import org.supercargo.web.Ids;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** What Ship and Rate only have in common: the form, and the prices for what is in it. */
@Named
@ViewScoped
public class Desk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int RECENT = 20;

  @Inject private Shipping shipping;
  @Inject private Senders senders;
  @Inject private Locations known;
  @Inject private Troubles troubles;
  @Inject private Fields fields;
  @Inject private Words words;
  @Inject private Figures figures;
  @Inject private CurrentPerson person;

  private final OrderForm form = new OrderForm();
  private @Nullable String account;
  private @Nullable String location;
  private @Nullable String again;
  private @Nullable String recent;
  private boolean byArrival;

  private transient @Nullable List<LocationView> locations;
  private transient @Nullable List<Party> recents;
  private transient @Nullable Quote quote;
  private transient @Nullable RateQuestion asked;
  private transient @Nullable Trouble trouble;

  /** When the page is opened. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void begin() {
    boolean named = account != null;
    account = senders.of(account, person.getName()).map(id -> Long.toString(id)).orElse(null);
    chooseAccount();
    Optional<ShipmentView> earlier = earlier();
    earlier.ifPresent(shipment -> form.fill(shipment.order()));
    if (location != null) {
      chooseLocation();
    } else if (!named || earlier.isPresent()) {
      earlier.or(this::latest).ifPresent(this::collectWhere);
    }
  }

  /** To ship once more; nothing is left to fill a form with where its addresses are gone. */
  private Optional<ShipmentView> earlier() {
    Optional<ShipmentView> named = Ids.of(again).flatMap(shipping::view);
    if (named.filter(ShipmentView::isForgotten).isPresent()) {
      say(FacesMessage.SEVERITY_WARN, "ship.again.forgotten");
    }
    return named.filter(shipment -> !shipment.isForgotten());
  }

  private Optional<ShipmentView> latest() {
    return senders.latest(person.getName()).map(ShipmentRow::id).flatMap(shipping::view);
  }

  /** At the location that another shipment came from, when it came from one. */
  private void collectWhere(ShipmentView shipment) {
    Party from = shipment.order().consignment().from();
    getLocations().stream()
        .filter(one -> one.from().equals(from))
        .findFirst()
        .ifPresent(
            one -> {
              location = Long.toString(one.id());
              form.collectAt(one.from());
            });
  }

  /** Its address, and its account where that can ship. */
  public void chooseLocation() {
    Optional<LocationView> chosen = Optional.ofNullable(getChosenLocation());
    chosen
        .filter(LocationView::isReady)
        .map(LocationView::account)
        .ifPresent(row -> account = Long.toString(row.id()));
    chooseAccount();
    chosen.ifPresentOrElse(there -> form.collectAt(there.from()), form::collectAtShippers);
  }

  /** The account's wishes; prices of another account hold no more. */
  public void chooseAccount() {
    forget();
    Ids.of(account).ifPresent(id -> form.begin(shipping.shipper(id), shipping.defaults(id)));
  }

  /** One of the last addresses. */
  public void chooseRecent() {
    Ids.of(recent)
        .map(number -> number.intValue() - 1)
        .filter(index -> index < getRecents().size())
        .ifPresent(index -> form.getTo().fill(getRecents().get(index)));
    recent = null;
  }

  /** Asks for prices of what is in the form. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void ask() {
    forget();
    Reading reading = reading();
    RateQuestion question = question(reading);
    LocalDate wished = form.wished(reading);
    List<OrderProblem> problems = reading.with(shipping.problems(id(), question));
    if (problems.isEmpty()) {
      ask(question, wished);
    } else {
      fields.show(problems);
    }
  }

  private void ask(RateQuestion question, @Nullable LocalDate wished) {
    try {
      quote = shipping.quote(id(), question, wished);
      asked = question;
    } catch (Rejected no) {
      if (no.problems().isEmpty()) {
        tell(no);
      } else {
        fields.show(no.problems());
      }
    } catch (CarrierException other) {
      tell(other);
    }
  }

  Reading reading() {
    return new Reading(problem -> words.of("ship.problem." + problem));
  }

  RateQuestion question(Reading reading) {
    return form.question(reading, shipping.accountNumber(id()), shipper());
  }

  /** Whether prices are shown, and for what is in the form now. */
  boolean isQuoted(RateQuestion now) {
    return now.equals(asked);
  }

  void tell(CarrierException thrown) {
    trouble = troubles.of(thrown, carrier(), id());
  }

  void tell(Trouble told) {
    trouble = told;
  }

  /** Prices and troubles of what was in the form before. */
  void forget() {
    quote = null;
    asked = null;
    trouble = null;
  }

  public void sortByPrice() {
    byArrival = false;
  }

  public void sortByArrival() {
    byArrival = true;
  }

  void say(FacesMessage.Severity severity, String key) {
    words.tell(severity, key);
  }

  long id() {
    return Ids.of(account).orElseThrow();
  }

  String carrier() {
    return senders.carrier(id());
  }

  Party shipper() {
    return shipping.shipper(id());
  }

  public List<Offer> getOffers() {
    Quote now = quote;
    if (now == null) {
      return List.of();
    }
    Rate cheapest = now.byPrice().get(0);
    Rate fastest = now.byArrival().get(0);
    return (byArrival ? now.byArrival() : now.byPrice())
        .stream()
            .map(
                rate ->
                    new Offer(
                        rate,
                        rate.equals(cheapest),
                        rate.equals(fastest) && rate.arrival() != null,
                        rate.equals(now.inTime())))
            .toList();
  }

  /** Whether a day was wished by which no service arrives. */
  public boolean isTooLate() {
    return quote != null
        && quote.inTime() == null
        && !Objects.requireNonNullElse(form.getTyped().get("wished"), "").isEmpty();
  }

  /** Whether there is no account to ship with. */
  public boolean isClosed() {
    return account == null && senders.isEmpty();
  }

  public List<LocationView> getLocations() {
    if (locations == null) {
      locations = known.choice();
    }
    return locations;
  }

  /** Null when none was chosen, or it is not active any more. */
  public @Nullable LocationView getChosenLocation() {
    return Ids.of(location)
        .flatMap(id -> getLocations().stream().filter(one -> one.id() == id).findFirst())
        .orElse(null);
  }

  public List<Party> getRecents() {
    if (recents == null) {
      recents = shipping.recentAddresses(person.actor(), RECENT);
    }
    return recents;
  }

  public List<SelectItem> getRecentChoices() {
    List<Party> all = getRecents();
    return IntStream.range(0, all.size())
        .mapToObj(i -> new SelectItem(Integer.toString(i + 1), figures.line(all.get(i))))
        .toList();
  }

  public @Nullable Party getShipper() {
    return Ids.of(account).map(shipping::shipper).orElse(null);
  }

  public @Nullable String getPreferred() {
    return Optional.ofNullable(account)
        .flatMap(Ids::of)
        .map(id -> shipping.defaults(id).service())
        .orElse(null);
  }

  public OrderForm getForm() {
    return form;
  }

  public @Nullable Quote getQuote() {
    return quote;
  }

  public @Nullable Trouble getTrouble() {
    return trouble;
  }

  public boolean isByArrival() {
    return byArrival;
  }

  public @Nullable String getAccount() {
    return account;
  }

  /** There is no shipping without one: where none is chosen the one before stays. */
  public void setAccount(@Nullable String account) {
    this.account = account == null ? this.account : account;
  }

  public @Nullable String getLocation() {
    return location;
  }

  public void setLocation(@Nullable String location) {
    this.location = location;
  }

  public @Nullable String getAgain() {
    return again;
  }

  public void setAgain(@Nullable String again) {
    this.again = again;
  }

  public @Nullable String getRecent() {
    return recent;
  }

  public void setRecent(@Nullable String recent) {
    this.recent = recent;
  }
}
