package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.label.Sheet;

/** Labels: kept, printed, had again. */
class LabelsIT extends InShipping {
  @Inject Sweep sweep;

  @Test
  void givesBackTheVeryLabelThatUpsGave() {
    shipping.labelFormats(account).forEach(this::givesBack);
    assertThat(ups().count("recover")).isZero();
  }

  private void givesBack(DocumentFormat format) {
    ShipmentView shipment = made(Goods.parcels(1, format));
    List<Document> labels = shipping.labels(shipment.id(), format, ROSA);
    assertThat(labels).singleElement().satisfies(it -> assertThat(it.format()).isEqualTo(format));
    long paper =
        shipment.documents().stream()
            .filter(ShipmentView.Paper::label)
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(shipping.document(shipment.id(), paper)).contains(labels.getFirst());
  }

  @Test
  void printsSeveralShipmentsOnPaper() throws IOException {
    long gif = made(Goods.parcels(2, DocumentFormat.GIF)).id();
    long zpl = made(Goods.parcel()).id();
    for (Sheet sheet : Sheet.values()) {
      Document pdf = shipping.paper(List.of(gif, zpl), sheet, ROSA);
      try (PDDocument paper = Loader.loadPDF(pdf.bytes())) {
        assertThat(paper.getNumberOfPages()).isEqualTo(3);
      }
    }
    assertThat(ups().count("recover"))
        .as("a printer's program is fetched as PDF, once")
        .isEqualTo(1);
    assertThat(
            new String(
                shipping.labels(zpl, DocumentFormat.ZPL, ROSA).getFirst().bytes(),
                StandardCharsets.UTF_8))
        .as("raw")
        .startsWith("^XA");
  }

  @Test
  void fetchesADamagedOrMissingLabelAgain() {
    ShipmentView shipment = made(Goods.parcel());
    List<Document> first = shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA);
    execute("update shipment_document set checksum = 'damaged'");
    assertThat(shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA)).isEqualTo(first);
    execute("delete from shipment_document");
    assertThat(shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA)).isEqualTo(first);
    assertThat(ups().count("recover")).isEqualTo(2);
    assertThat(shipping.recover(shipment.id(), ROSA).documents()).hasSize(1);
    assertThat(audited())
        .containsExactly(
            "SHIPMENT_CREATED", "LABEL_RECOVERED", "LABEL_RECOVERED", "LABEL_RECOVERED");
  }

  @Test
  void sweepsContentsThatWereKeptLongEnoughAndFetchesThemAgain() {
    ShipmentView old = made(Goods.parcel());
    ShipmentView young = made(Goods.parcel());
    wires.go();
    execute(
        "update shipment_document set stored_at = stored_at - interval '91' day where shipment_id ="
            + " "
            + old.id());
    execute("update wire_entry set at = at - interval '31' day where shipment_id = " + old.id());
    assertThat(sweep.run(() -> {}))
        .containsEntry("labels swept", 1L)
        .containsEntry("exchanges swept", 1L);
    assertThat(view(old.id()).documents())
        .singleElement()
        .satisfies(it -> assertThat(it.kept()).isFalse());
    assertThat(view(young.id()).documents())
        .singleElement()
        .satisfies(it -> assertThat(it.kept()).isTrue());
    assertThat(shipping.wire(WireQuery.of(old.id()))).isEmpty();
    assertThat(shipping.labels(old.id(), DocumentFormat.ZPL, ROSA)).hasSize(1);
    assertThat(view(old.id()).documents())
        .singleElement()
        .satisfies(it -> assertThat(it.kept()).isTrue());
  }

  @Test
  void asksForTheLabelThatTheAnswerLeftOutByItsOwnNumber() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.ZPL));
    List<Document> first = shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA);
    loses(shipment, 1);
    leavesOut(shipment, 1);
    List<Document> again = shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA);
    assertThat(again).hasSize(3);
    assertThat(again.get(1)).isEqualTo(first.get(1));
    assertThat(ups().count("recover")).isEqualTo(2);
  }

  @Test
  void namesTheLabelThatCanNotBeHadAndGivesNoIncompleteSet() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.ZPL));
    String lost = number(shipment, 1);
    loses(shipment, 1);
    leavesOut(shipment, 1);
    leavesOut(shipment, 1);
    assertThatThrownBy(() -> shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA))
        .isInstanceOfSatisfying(
            Unavailable.class, why -> assertThat(why.said().text()).contains(lost));
    assertThat(shipping.label(shipment.id(), lost, DocumentFormat.ZPL, ROSA)).isPresent();
  }

  @Test
  void givesEachPackageItsOwnLabelThoughAnotherOneIsLostForGood() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.GIF));
    List<Document> first = shipping.labels(shipment.id(), DocumentFormat.GIF, ROSA);
    loses(shipment, 1);
    ups().movesParcelsOnBy(Duration.ofDays(31));
    for (int at : List.of(0, 2)) {
      String number = number(shipment, at);
      assertThat(shipping.label(shipment.id(), number, DocumentFormat.GIF, ROSA))
          .contains(first.get(at));
      assertThat(shipping.paper(shipment.id(), number, Sheet.LABEL, ROSA)).isPresent();
    }
    assertThat(ups().count("recover")).isZero();
    assertThatThrownBy(
            () -> shipping.label(shipment.id(), number(shipment, 1), DocumentFormat.GIF, ROSA))
        .isInstanceOf(Rejected.class);
    assertThat(shipping.label(shipment.id(), "1Z", DocumentFormat.GIF, ROSA)).isEmpty();
  }

  private static String number(ShipmentView shipment, int at) {
    return shipment.packages().get(at).trackingNumber();
  }

  private void loses(ShipmentView shipment, int at) {
    execute(
        "delete from shipment_document where tracking_number = '%s'"
            .formatted(number(shipment, at)));
  }

  /** UPS gives the labels of all packages but one, once. */
  private void leavesOut(ShipmentView shipment, int at) {
    String label = Base64.getEncoder().encodeToString("^XA^XZ".getBytes(StandardCharsets.UTF_8));
    String others =
        shipment.packages().stream()
            .map(ShipmentView.Piece::trackingNumber)
            .filter(number -> !number.equals(number(shipment, at)))
            .map(
                number ->
                    ("{'TrackingNumber':'%s','LabelImage':"
                            + "{'LabelImageFormat':{'Code':'ZPL'},'GraphicImage':'%s'}}")
                        .formatted(number, label))
            .collect(Collectors.joining(","));
    String answer =
        ("{'LabelRecoveryResponse':{'Response':{'ResponseStatus':"
                + "{'Code':'1','Description':'Success'}},'ShipmentIdentificationNumber':'%s',"
                + "'LabelResults':[%s]}}")
            .formatted(shipment.row().number(), others);
    ups().answersNext("recover", 200, answer.replace('\'', '"'));
  }

  @Test
  void hasNoLabelOfWhatIsNotInForce() {
    ShipmentView shipment = made(Goods.parcel());
    shipping.takeBack(shipment.id(), Set.of(), ROSA);
    assertThatThrownBy(() -> shipping.recover(shipment.id(), ROSA)).isInstanceOf(Rejected.class);
  }
}
