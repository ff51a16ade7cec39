package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Rejected;
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
        "update shipment_document set stored_at = stored_at - interval '91' day where shipment_id = "
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
  void hasNoLabelOfWhatIsNotInForce() {
    ShipmentView shipment = made(Goods.parcel());
    shipping.takeBack(shipment.id(), Set.of(), ROSA);
    assertThatThrownBy(() -> shipping.recover(shipment.id(), ROSA)).isInstanceOf(Rejected.class);
  }
}
