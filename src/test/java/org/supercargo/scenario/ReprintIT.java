package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.supercargo.simulator.LabelReader;

/** Labels on paper, as a scanner reads them, as often as one likes. */
class ReprintIT extends InBrowser {
  private static final int DOTS_PER_INCH = 300;

  @Test
  void printsTheLabelOnStockAndOnSheetsWithABarCodeThatScans() throws IOException {
    Shipper shipper = shipper().ships();
    String number =
        shipper.page().locator("[id='shipment:packages_data'] .sc-number").textContent().strip();
    isReadable(shipper.saves("shipment:print-label"), new PDRectangle(288, 432), number);
    isReadable(shipper.saves("shipment:print-a4"), PDRectangle.A4, number);
    isReadable(shipper.saves("shipment:print-letter"), PDRectangle.LETTER, number);
    isReadable(shipper.saves("shipment:print-label"), new PDRectangle(288, 432), number);
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void printsSeveralShipmentsAtOnce() throws IOException {
    Shipper shipper = shipper().ships().ships();
    shipper.browser().opens("/shipments");
    shipper.page().locator("[id='shipments:table_head'] .ui-chkbox-box").click();
    shipper.browser().letsThePageSettle();
    byte[] labels = shipper.saves("shipments:print");
    try (PDDocument paper = Loader.loadPDF(labels)) {
      assertThat(paper.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void printsTheOthersAndSaysWhichHaveNoLabelHere() throws IOException {
    Shipper shipper = shipper().ships();
    shipper.opensShip().returns("PRINT_AND_MAIL").asks().buys("UPS Ground");
    String mailed = number(shipper);
    shipper.ships();
    String voided = number(shipper);
    installation().does("update shipment set state = 'VOIDED' where number = '" + voided + "'");
    choosesAll(shipper);
    try (PDDocument paper = Loader.loadPDF(shipper.saves("shipments:print"))) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
    }
    assertThat(shipper.page().locator("#messages"))
        .containsText("2 of the chosen are left out, for there is no label to print here:");
    assertThat(shipper.page().locator("#messages")).containsText(mailed + " (UPS sends the label)");
    assertThat(shipper.page().locator("#messages")).containsText(voided + " (Voided)");

    installation().does("update shipment set state = 'NOT_CREATED' where state = 'CREATED'");
    choosesAll(shipper);
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("shipments:print"));
    assertThat(shipper.page().locator("#messages"))
        .containsText("No label to print here was chosen");
    assertThat(shipper.page().locator("#messages")).containsText("(Not created)");
  }

  private static String number(Shipper shipper) {
    return shipper.page().locator("[id='shipment:packages_data'] .sc-number").textContent().strip();
  }

  private static void choosesAll(Shipper shipper) {
    shipper.browser().opens("/shipments");
    shipper.page().locator("[id='shipments:table_head'] .ui-chkbox-box").click();
    shipper.browser().letsThePageSettle();
  }

  @Test
  void savesTheFileForAThermalPrinterAsItIs() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.enters("ship:format", "ZPL").asks().buys("UPS Ground");
    byte[] file = shipper.saves("shipment:raw");
    assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("^XA").contains("^XZ");
    assertThat(shipper.page().locator("[id='shipment:labels']")).containsText("thermal printer");
    assertThat(ups().count("recover")).isZero();
  }

  @Test
  void getsALostLabelFromUpsAgain() {
    Shipper shipper = shipper().ships();
    installation().does("delete from shipment_document");
    shipper.page().reload();
    shipper.browser().awaits("stand");
    shipper.browser().letsThePageSettle();
    assertThat(shipper.page().locator(".sc-label img")).hasCount(0);
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("shipment:recover"));
    assertThat(shipper.page().locator("#messages")).containsText("sent the labels again");
    assertThat(shipper.page().locator(".sc-label img")).hasCount(1);
  }

  @Test
  void saysWhenTheLabelCanNotBeHadFromUpsNow() {
    Shipper shipper = shipper().ships();
    installation().does("delete from shipment_document");
    ups().answersNext("recover", 503, 9);
    shipper.browser().clicks("shipment:print-label");
    assertThat(shipper.page().locator("#trouble-told")).containsText("asked at the moment");
    ups().dropsPreparedAnswers();
  }

  private static void isReadable(byte[] pdf, PDRectangle size, String number) throws IOException {
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      PDRectangle box = paper.getPage(0).getMediaBox();
      assertThat(box.getWidth()).isEqualTo(size.getWidth());
      assertThat(box.getHeight()).isEqualTo(size.getHeight());
      BufferedImage page = new PDFRenderer(paper).renderImageWithDPI(0, DOTS_PER_INCH);
      LabelReader lying = new LabelReader(page);
      assertThat(Stream.of(lying, lying.turned()).flatMap(ReprintIT::codes)).contains(number);
    }
  }

  /** Band by band: a label has more than one code. */
  private static Stream<String> codes(LabelReader page) {
    int band = page.height() / 8;
    return IntStream.range(0, 15)
        .mapToObj(i -> page.part(0, i * band / 2, page.width(), band))
        .map(part -> part.read(BarcodeFormat.CODE_128));
  }
}
