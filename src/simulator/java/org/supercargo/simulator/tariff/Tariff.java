package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Prices: base and weight by service, dearer by zone, surcharges on top, less for an account with
 * negotiated rates.
 */
public record Tariff(Haul haul, Service service) {
  private static final Set<String> PRINTED_BY_CUSTOMERS = Set.of("9", "10");
  private static final BigDecimal FUEL = new BigDecimal("0.18");
  private static final BigDecimal ZONE_STEP = new BigDecimal("0.08");
  private static final BigDecimal FREE_VALUE = new BigDecimal(100);
  private static final BigDecimal VALUE_RATE = new BigDecimal("0.0125");

  /**
   * 2 next door to 8 across the country, by how far the postal codes lie apart; 9 when a border is
   * crossed.
   */
  public int zone() {
    if (!haul.isDomestic()) {
      return 9;
    }
    int apart = Math.abs(area(haul.from()) - area(haul.to()));
    return Math.min(8, 2 + apart / 12);
  }

  public Charges published() {
    return charges(BigDecimal.ONE);
  }

  public Charges negotiated() {
    return charges(service.discount());
  }

  /** One parcel's part, without what is taken once for the shipment. */
  public Charges publishedOf(Parcel parcel) {
    return new Tariff(haul.only(parcel), service).published();
  }

  private Charges charges(BigDecimal factor) {
    Money base = base().times(factor);
    List<Charges.Item> carriage = new ArrayList<>();
    add(carriage, "270", haul.to().residential() ? "5.95" : "0", 1);
    add(carriage, "376", haul.to().isRemote() ? "4.20" : "0", haul.parcels().size());
    add(carriage, "100", "18.50", count(Parcel::additionalHandling));
    add(carriage, "434", "95.00", count(Parcel::isLarge));
    List<Charges.Item> extras = new ArrayList<>();
    add(extras, "120", "6.40", count(Parcel::signature));
    add(extras, "121", haul.signature() ? "6.40" : "0", 1);
    boolean printed = haul.returnService().filter(PRINTED_BY_CUSTOMERS::contains).isPresent();
    add(extras, "250", printed ? "0.65" : "0", haul.parcels().size());
    boolean brought = haul.returnService().isPresent() && !printed;
    add(extras, "400", brought ? "6.85" : "0", haul.parcels().size());
    add(extras, "300", haul.saturdayDelivery() ? "16.00" : "0", 1);
    Money carried = base.plusAll(carriage.stream().map(Charges.Item::amount).toList());
    Money fuel = carried.times(FUEL);
    List<Charges.Item> items = new ArrayList<>();
    items.add(new Charges.Item("375", fuel));
    items.addAll(carriage);
    items.addAll(extras);
    Money options = insured().plusAll(extras.stream().map(Charges.Item::amount).toList());
    return new Charges(base, items, carried.plus(fuel), options);
  }

  private Money base() {
    BigDecimal cents = BigDecimal.ZERO;
    for (Parcel parcel : haul.parcels()) {
      BigDecimal perPound = BigDecimal.valueOf(service.perPound());
      cents =
          cents
              .add(parcel.billedPounds().multiply(perPound))
              .add(BigDecimal.valueOf(service.basePrice()));
    }
    BigDecimal dearer = BigDecimal.ONE.add(ZONE_STEP.multiply(BigDecimal.valueOf(zone() - 2L)));
    return money(cents.movePointLeft(2).multiply(dearer));
  }

  /** The first 100 of each parcel cost nothing. */
  private Money insured() {
    return money(
        haul.parcels().stream()
            .map(parcel -> parcel.declaredValue().subtract(FREE_VALUE).max(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .multiply(VALUE_RATE));
  }

  private void add(List<Charges.Item> items, String code, String price, long times) {
    Money amount = money(new BigDecimal(price).multiply(BigDecimal.valueOf(times)));
    if (amount.amount().signum() > 0) {
      items.add(new Charges.Item(code, amount));
    }
  }

  private long count(Predicate<Parcel> which) {
    return haul.parcels().stream().filter(which).count();
  }

  private Money money(BigDecimal dollars) {
    return Money.inMoneyOf(haul.from(), dollars);
  }

  /** Business days in transit: what the service promises, more over land when far. */
  public int days() {
    boolean byLand = service.code().equals("03") || service.code().equals("11");
    return byLand ? Math.min(6, 1 + zone() / 2) : service.days();
  }

  private static int area(Place place) {
    String digits = place.postalCode().replaceAll("\\D", "");
    return digits.isEmpty()
        ? 0
        : Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
  }
}
