package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Of every package that was not taken back, in their order. */
  List<Document> of(long id, DocumentFormat format, Actor who) {
    ShipmentView shipment = shipments.view(id).orElseThrow();
    List<Document> there = stored(shipment, format);
    if (there.size() == standing(shipment).size()) {
      return there;
    }
    recover(shipment, format, who);
    List<Document> now = stored(shipment, format);
    if (now.isEmpty()) {
      throw new Unavailable(new CarrierMessage("", "The carrier gave no such label."));
    }
    return now;
  }

  private static List<ShipmentView.Piece> standing(ShipmentView shipment) {
    return shipment.packages().stream()
        .filter(piece -> piece.state() != PieceState.VOIDED)
        .toList();
  }

  private List<Document> stored(ShipmentView shipment, DocumentFormat format) {
    return standing(shipment).stream()
        .map(piece -> papers.label(shipment.id(), piece.trackingNumber(), format))
        .flatMap(Optional::stream)
        .toList();
  }

  /** On paper, several shipments' labels one after the other. */
  Document paper(List<Long> ids, Sheet sheet, Actor who) {
    List<LabelImage> all = new ArrayList<>();
    for (long id : ids) {
      DocumentFormat wished = shipments.find(id).orElseThrow().order().label().format();
      DocumentFormat drawn = wished.isForPrinters() ? DocumentFormat.PDF : wished;
      for (Document label : of(id, drawn, who)) {
        all.add(new LabelImage(label.format().name(), label.bytes()));
      }
    }
    return new Document("labels", DocumentFormat.PDF, LabelPaper.pdf(all, sheet));
  }

  /** Asks the carrier for all labels of the shipment, and keeps them. */
  void recover(ShipmentView shipment, DocumentFormat format, Actor who) {
    String number = shipment.row().number();
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
