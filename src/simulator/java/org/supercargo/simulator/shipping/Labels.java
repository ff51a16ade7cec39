package org.supercargo.simulator.shipping;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.label.LabelText;
import org.supercargo.simulator.label.Printed;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Piece;
import org.supercargo.simulator.order.Reference;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.Place;

/** The labels of a booked order; drawn anew each time, for the books keep no pictures. */
final class Labels {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ROOT);

  private Labels() {}

  /** As Shipping tells it; a GIF comes with a page around it. */
  static Map<String, Object> asJson(Order order, Booking booking, int index, Format format) {
    return Json.object(
        "ImageFormat",
        Json.object("Code", format.name(), "Description", format.name()),
        "GraphicImage",
        Printed.encoded(bytes(order, booking, index, format)),
        "HTMLImage",
        format == Format.GIF ? page(booking, index) : null);
  }

  static byte[] bytes(Order order, Booking booking, int index, Format format) {
    return Printed.label(text(order, booking, index), format);
  }

  /** Names the picture beside it, as UPS's page does. */
  static String page(Booking booking, int index) {
    String page =
        """
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
        <html><head><title>View/Print Label</title></head><body bgcolor="#FFFFFF">
        <p>Print this page, fold it at the line and place it in a label pouch.</p><hr>
        <img src="./label%s.gif" height="392" width="651" alt="UPS label">
        </body></html>
        """
            .formatted(booking.trackingNumbers().get(index));
    return Printed.encoded(page.getBytes(StandardCharsets.UTF_8));
  }

  private static LabelText text(Order order, Booking booking, int index) {
    Piece piece = order.pieces().get(index);
    Place to = order.shipTo().place();
    return new LabelText(
        order.shipFrom().onLabel(),
        order.shipTo().onLabel(),
        booking.trackingNumbers().get(index),
        order.service().name(),
        order.service().mark(),
        to.country(),
        to.postalCode(),
        to.state(),
        weight(piece.parcel()),
        index + 1,
        order.pieces().size(),
        DATE.format(Instant.ofEpochMilli(booking.bookedAt()).atZone(ZoneOffset.UTC))
            .toUpperCase(Locale.ROOT),
        order.payment().transport(),
        notes(order, piece));
  }

  private static String weight(Parcel parcel) {
    String unit = parcel.unit().substring(0, 3).equals("OZS") ? "OZ" : parcel.unit();
    return parcel.weight().setScale(0, RoundingMode.CEILING).toPlainString() + " " + unit;
  }

  private static List<String> notes(Order order, Piece piece) {
    List<String> notes = new ArrayList<>();
    String words = order.description().isEmpty() ? piece.description() : order.description();
    if (!words.isEmpty()) {
      notes.add("DESC: " + words);
    }
    List<Reference> references = new ArrayList<>(order.shipmentReferences());
    references.addAll(piece.references());
    for (Reference reference : references) {
      notes.add("REF#" + (notes.size() + 1) + ": " + reference.value());
    }
    return notes;
  }
}
