package org.supercargo.web.shipment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Arrival;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.Tracking;
import org.supercargo.web.door.Words;

/** Prices, days and addresses as people read them. */
@Named
@RequestScoped
public class Figures {
  @Inject private Words words;

  /** Such as {@code Tue, Dec 2, by 10:30 AM}. */
  public String arrival(@Nullable Arrival arrival) {
    if (arrival == null) {
      return words.of("offers.arrival.unknown");
    }
    LocalTime time = arrival.time();
    return time == null
        ? words.of("offers.arrival.day", day(arrival.date()))
        : words.of("offers.arrival.by", day(arrival.date()), clock(time));
  }

  public String scheduled(Tracking.Scheduled at) {
    LocalTime to = at.to();
    return to == null
        ? words.of("offers.arrival.day", day(at.date()))
        : words.of("offers.arrival.by", day(at.date()), clock(to));
  }

  public String day(LocalDate day) {
    return format("MMMEd").format(day);
  }

  public String clock(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).format(time);
  }

  /** Local time with the zone's short name, where it is known. */
  public String local(@Nullable LocalDateTime at, @Nullable ZoneId zone) {
    if (at == null) {
      return "";
    }
    String shown = format("yMMMEd").format(at) + ", " + clock(at.toLocalTime());
    return zone == null
        ? shown
        : shown + DateTimeFormatter.ofPattern(" z", locale()).format(at.atZone(zone));
  }

  /** What this account pays, taxes included where they are told. */
  public @Nullable Money due(@Nullable Charges charges) {
    return charges == null
        ? null
        : Objects.requireNonNullElse(charges.totalWithTaxes(), charges.total());
  }

  public @Nullable Money price(Rate rate) {
    Charges negotiated = rate.negotiated();
    return due(negotiated == null ? rate.published() : negotiated);
  }

  /**
   * What of the total no part accounts for: the carrier tells no bare transport beside negotiated
   * surcharges. Null when nothing is left, or the parts may overlap.
   */
  public @Nullable Money rest(Charges charges) {
    Money total = charges.total();
    Money options = charges.options();
    boolean overlapping = options != null && options.isPositive();
    if (charges.base() != null || charges.surcharges().isEmpty() || overlapping) {
      return null;
    }
    BigDecimal parts =
        charges.surcharges().stream()
            .map(part -> part.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = total.amount().subtract(parts);
    return rest.signum() > 0 ? new Money(rest, total.currency()) : null;
  }

  /** Prices beside each other. */
  public List<Column> columns(@Nullable Charges published, @Nullable Charges negotiated) {
    return Stream.of(
            Optional.ofNullable(published).map(known -> new Column("offers.published", known)),
            Optional.ofNullable(negotiated).map(known -> new Column("offers.negotiated", known)))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * One of several prices.
   *
   * @param key of its heading
   */
  public record Column(String key, Charges charges) {}

  /** On one line. */
  public String line(@Nullable Party party) {
    if (party == null) {
      return "";
    }
    Address address = party.address();
    return Stream.of(
            List.of(party.name()),
            address.lines(),
            Stream.of(address.city(), address.state(), address.postalCode())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), List::of)),
            List.of(country(address.country())))
        .flatMap(List::stream)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(locale());
  }

  private static DateTimeFormatter format(String parts) {
    return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
