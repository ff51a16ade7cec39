package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.shipping.gate.Lane;
import org.supercargo.shipping.label.LabelImage;
import org.supercargo.shipping.label.LabelPaper;
import org.supercargo.shipping.label.Sheet;

/** Labels from the database, or from the carrier once more when they are missing or damaged. */
@ApplicationScoped
class Labels {
  @Inject Shipments shipments;
  @Inject Papers papers;
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;
  @Inject AuditTrail audit;

  /** Of every package that was not taken back, in their order: all of them, or none. */
  List<Document> of(long id, DocumentFormat format, Actor who) {
    ShipmentView shipment = shipments.view(id).orElseThrow();
    List<String> numbers = standing(shipment);
    Map<String, Document> there = stored(id, numbers, format);
    if (!there.keySet().containsAll(numbers)) {
      recover(shipment, format, who);
    }
    return numbers.stream()
        .map(
            number ->
                Optional.ofNullable(there.get(number))
                    .orElseGet(() -> had(shipment, number, format, who)))
        .toList();
  }

  /**
   * Of one package, whatever there is of the others; empty when the shipment has no such package,
   * or it was taken back.
   */
  Optional<Document> one(long id, String trackingNumber, DocumentFormat format, Actor who) {
    ShipmentView shipment = shipments.view(id).orElseThrow();
    return standing(shipment).stream()
        .filter(trackingNumber::equals)
        .findFirst()
        .map(number -> had(shipment, number, format, who));
  }

  private static List<String> standing(ShipmentView shipment) {
    return shipment.packages().stream()
        .filter(piece -> piece.state() != PieceState.VOIDED)
        .map(ShipmentView.Piece::trackingNumber)
        .toList();
  }

  private Map<String, Document> stored(long id, List<String> numbers, DocumentFormat format) {
    Map<String, Document> there = new HashMap<>();
    for (String number : numbers) {
      papers.label(id, number, format).ifPresent(label -> there.put(number, label));
    }
    return there;
  }

  private Document had(ShipmentView shipment, String number, DocumentFormat format, Actor who) {
    return papers
        .label(shipment.id(), number, format)
        .orElseGet(() -> fetched(shipment, number, format, who));
  }

  /** By the package's own number: the answer to the shipment's may leave it out. */
  private Document fetched(ShipmentView shipment, String number, DocumentFormat format, Actor who) {
    recover(shipment, number, format, who);
    return papers
        .label(shipment.id(), number, format)
        .orElseThrow(
            () ->
                new Unavailable(
                    new CarrierMessage(
                        "", "The carrier gave no such label of the package " + number + ".")));
  }

  /** On paper, several shipments' labels one after the other. */
  Document paper(List<Long> ids, Sheet sheet, Actor who) {
    List<LabelImage> all = new ArrayList<>();
    for (long id : ids) {
      of(id, drawn(id), who).forEach(label -> all.add(image(label)));
    }
    return paper(all, sheet);
  }

  /** As {@link #one}, on paper. */
  Optional<Document> paper(long id, String trackingNumber, Sheet sheet, Actor who) {
    return one(id, trackingNumber, drawn(id), who)
        .map(label -> paper(List.of(image(label)), sheet));
  }

  private DocumentFormat drawn(long id) {
    DocumentFormat wished = shipments.find(id).orElseThrow().order().label().format();
    return wished.isForPrinters() ? DocumentFormat.PDF : wished;
  }

  private static LabelImage image(Document label) {
    return new LabelImage(label.format().name(), label.bytes());
  }

  private static Document paper(List<LabelImage> labels, Sheet sheet) {
    return new Document("labels", DocumentFormat.PDF, LabelPaper.pdf(labels, sheet));
  }

  /** Asks the carrier for all labels of the shipment, and keeps them. */
  void recover(ShipmentView shipment, DocumentFormat format, Actor who) {
    recover(shipment, shipment.row().number(), format, who);
  }

  private void recover(
      ShipmentView shipment, @Nullable String number, DocumentFormat format, Actor who) {
    if (number == null || !shipment.state().isLive()) {
      throw new Rejected(new CarrierMessage("", "There is no label: it is not in force."));
    }
    if (shipment.isForgotten()) {
      throw new Rejected(new CarrierMessage("", "Its addresses, and labels, are no longer kept."));
    }
    long account = shipment.row().account();
    RecoveryQuestion question = new RecoveryQuestion.ByNumber(number, Finder.format(format));
    Recovery answer =
        calls.again(
            account,
            Lane.LABEL,
            credentials ->
                sockets
                    .shipping(shipment.row().carrier())
                    .recover(credentials, question, wires.about(account, shipment.id())));
    switch (answer) {
      case Recovery.Found found -> kept(shipment, found, format, who);
      case Recovery.NotFound(CarrierMessage said) -> throw new Rejected(said);
      case Recovery.NoLabel(CarrierMessage said) -> throw new Rejected(said);
      case Recovery.Voided(CarrierMessage said) -> throw new Rejected(said);
      case Recovery.Several several ->
          throw new Unavailable(new CarrierMessage("", "The carrier names several shipments."));
    }
  }

  private void kept(ShipmentView shipment, Recovery.Found found, DocumentFormat format, Actor who) {
    papers.file(
        shipment.id(),
        new Booking(
            found.shipmentNumber(),
            found.parcels().stream().map(parcel -> as(parcel, format)).toList(),
            null,
            null,
            null,
            found.documents(),
            null,
            List.of(),
            found.transactionId()));
    ShipmentRow row = shipment.row();
    audit.write(
        who,
        AuditAction.LABEL_RECOVERED,
        Outcome.DONE,
        row.carrier() + " " + row.accountNumber() + " " + row.number(),
        row.account(),
        Finder.format(format).name());
  }

  /** What was wished as PNG came as GIF: turned into what it is to replace. */
  private static Booking.Labelled as(Booking.Labelled parcel, DocumentFormat format) {
    Document label = parcel.label();
    if (label == null || label.format() == format || format != DocumentFormat.PNG) {
      return parcel;
    }
    byte[] png = LabelImage.png(label.bytes());
    return new Booking.Labelled(
        parcel.trackingNumber(), new Document(label.name(), format, png), parcel.documents());
  }
}
