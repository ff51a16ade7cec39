package org.supercargo.web.shipment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/** One package as the inputs of a page hold it. */
public class ParcelLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed;
  private boolean awkward;

  private ParcelLine(Map<String, @Nullable String> typed, boolean awkward) {
    this.typed = new HashMap<>(typed);
    this.awkward = awkward;
  }

  /** An empty one, in the units that the country where it comes from measures in. */
  static ParcelLine in(String country, Packaging packaging) {
    boolean imperial = country.equals("US") || country.equals("PR");
    Map<String, @Nullable String> typed = new HashMap<>();
    typed.put("weightUnit", (imperial ? Weight.Unit.POUND : Weight.Unit.KILOGRAM).name());
    typed.put("sizeUnit", (imperial ? Size.Unit.INCH : Size.Unit.CENTIMETRE).name());
    typed.put("packaging", packaging.name());
    return new ParcelLine(typed, false);
  }

  static ParcelLine of(Parcel parcel) {
    Map<String, @Nullable String> typed = new HashMap<>();
    typed.put("weight", parcel.weight().value().toPlainString());
    typed.put("weightUnit", parcel.weight().unit().name());
    typed.put("packaging", parcel.packaging().name());
    typed.put("description", parcel.description());
    Size size = parcel.size();
    typed.put("sizeUnit", (size == null ? Size.Unit.INCH : size.unit()).name());
    if (size != null) {
      typed.put("length", size.length().toPlainString());
      typed.put("width", size.width().toPlainString());
      typed.put("height", size.height().toPlainString());
    }
    if (parcel.declaredValue() != null) {
      typed.put("value", parcel.declaredValue().digits());
    }
    return new ParcelLine(typed, parcel.additionalHandling());
  }

  ParcelLine copy() {
    return new ParcelLine(typed, awkward);
  }

  Parcel parcel(Reading reading, String currency, String place) {
    BigDecimal weight = reading.number(typed, "weight", place + ".weight");
    return new Parcel(
        Reading.chosen(typed, "packaging", Packaging.class, Packaging.OWN),
        new Weight(
            weight, Reading.chosen(typed, "weightUnit", Weight.Unit.class, Weight.Unit.POUND)),
        size(reading, place + ".size"),
        reading.money(typed, "value", currency, place + ".declaredValue"),
        Reading.optional(typed, "description"),
        awkward);
  }

  /** All three sides or none. */
  private @Nullable Size size(Reading reading, String place) {
    if (Stream.of("length", "width", "height").allMatch(side -> isEmpty(side))) {
      return null;
    }
    if (Stream.of("length", "width", "height").anyMatch(side -> isEmpty(side))) {
      reading.wrong(place, "sides");
      return null;
    }
    return new Size(
        reading.number(typed, "length", place),
        reading.number(typed, "width", place),
        reading.number(typed, "height", place),
        Reading.chosen(typed, "sizeUnit", Size.Unit.class, Size.Unit.INCH));
  }

  /** Whether nobody has weighed or measured it yet. */
  boolean isEmpty() {
    return Stream.of("weight", "length", "width", "height").allMatch(this::isEmpty);
  }

  private boolean isEmpty(String field) {
    return Reading.text(typed, field).isEmpty();
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public boolean isAwkward() {
    return awkward;
  }

  public void setAwkward(boolean awkward) {
    this.awkward = awkward;
  }
}
