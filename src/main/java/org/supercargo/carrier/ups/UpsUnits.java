package org.supercargo.carrier.ups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/**
 * The units of a shipment, which UPS wants to be the origin's and all of one kind; in Canada those
 * of the first parcel. Weights are rounded up to a tenth, sides to the nearest whole, as UPS does.
 */
record UpsUnits(boolean american) {
  private static final Set<String> AMERICAN = Set.of("US", "PR");
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  static UpsUnits of(Consignment consignment) {
    String country = consignment.origin().address().country();
    boolean inPounds =
        consignment.parcels().stream()
            .limit(1)
            .map(parcel -> parcel.weight().unit())
            .anyMatch(unit -> unit == Weight.Unit.POUND || unit == Weight.Unit.OUNCE);
    return new UpsUnits(AMERICAN.contains(country) || (country.equals("CA") && inPounds));
  }

  String weightCode() {
    return american ? "LBS" : "KGS";
  }

  String weightWords() {
    return american ? "Pounds" : "Kilograms";
  }

  String sizeCode() {
    return american ? "IN" : "CM";
  }

  String sizeWords() {
    return american ? "Inches" : "Centimeters";
  }

  /** At least a tenth: what is there weighs something. */
  BigDecimal weight(Weight weight) {
    return weight.in(heaviest().unit()).value().setScale(1, RoundingMode.CEILING).max(TENTH);
  }

  /** In whole units, at least one. */
  Size size(Size size) {
    Size converted = size.in(sizeUnit());
    return new Size(
        whole(converted.length()),
        whole(converted.width()),
        whole(converted.height()),
        converted.unit());
  }

  boolean isTooHeavy(Weight weight) {
    return weight(weight).compareTo(heaviest().value()) > 0;
  }

  boolean isTooLong(Size size) {
    return size(size).length().compareTo(BigDecimal.valueOf(mostLength())) > 0;
  }

  boolean isTooBig(Size size) {
    return size(size).lengthAndGirth().compareTo(BigDecimal.valueOf(mostLengthAndGirth())) > 0;
  }

  Weight heaviest() {
    return american ? Weight.pounds("150") : Weight.kilograms("70");
  }

  String longest() {
    return mostLength() + " " + sizeUnit().symbol();
  }

  String biggest() {
    return mostLengthAndGirth() + " " + sizeUnit().symbol();
  }

  private int mostLength() {
    return american ? 108 : 274;
  }

  private int mostLengthAndGirth() {
    return american ? 165 : 419;
  }

  private Size.Unit sizeUnit() {
    return american ? Size.Unit.INCH : Size.Unit.CENTIMETRE;
  }

  private static BigDecimal whole(BigDecimal side) {
    return side.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
  }
}
