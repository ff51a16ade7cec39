package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest extends InSimulator {
  private static byte[] bytes(JsonNode text) {
    return Base64.getDecoder().decode(text.asText());
  }

  private static byte[] label(JsonNode results) {
    return bytes(results.at("/PackageResults/0/ShippingLabel/GraphicImage"));
  }

  private String printed(String format) {
    JsonNode results = shipped(ShipQuestion.smallest().asking(format));
    assertThat(results.at("/PackageResults/0/ShippingLabel/ImageFormat/Code").asText())
        .isEqualTo(format);
    assertThat(results.at("/PackageResults/0/ShippingLabel").has("HTMLImage")).isFalse();
    return new String(label(results), StandardCharsets.UTF_8)
        .replace(number(results), "NUMBER")
        .replace(number(results).substring(2, 8), "ACCOUNT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF", "PNG"})
  void drawsAPictureOnItsSideWhoseBarsGiveTheNumber(String format) {
    JsonNode results = shipped(ShipQuestion.smallest().asking(format));
    LabelReader picture = LabelReader.of(label(results));
    assertThat(picture.width()).isEqualTo(1400);
    assertThat(picture.height()).isEqualTo(800);
    LabelReader upright = picture.turned();
    assertThat(upright.part(0, 812, 800, 230).read(BarcodeFormat.CODE_128))
        .isEqualTo(number(results));
    assertThat(upright.part(255, 540, 500, 120).read(BarcodeFormat.CODE_128)).isEqualTo("42010036");
  }

  @Test
  void drawsAMaxiCodeThatGivesPostalCodeAndSerial() {
    JsonNode results = shipped(ShipQuestion.smallest());
    LabelReader upright = LabelReader.of(label(results)).turned();
    assertThat(upright.part(20, 455, 206, 196).read(BarcodeFormat.MAXICODE))
        .contains("10036")
        .contains(number(results).substring(10))
        .contains("A1B2C3");
  }

  @Test
  void wrapsAGifInAPage() {
    JsonNode results = shipped(ShipQuestion.smallest());
    byte[] page = bytes(results.at("/PackageResults/0/ShippingLabel/HTMLImage"));
    assertThat(new String(page, StandardCharsets.UTF_8))
        .contains("./label" + number(results) + ".gif");
  }

  @Test
  void writesZplThatMeansWhatItSays() {
    String zpl =
        new String(
            label(
                shipped(ShipQuestion.smallest().asking("ZPL").with("/ShipTo/Name", "\"A^B~C_D\""))),
            StandardCharsets.UTF_8);
    assertThat(zpl).startsWith("^XA\n").endsWith("^XZ\n").contains("^FDA_5EB_7EC_5FD^FS");
    assertThat(printed("ZPL")).contains("^BCN,200,N,N,N,A^FH^FDNUMBER^FS").contains("SAMPLE");
    assertThat(zpl.split("\\^FO").length).isEqualTo(zpl.split("\\^FS").length);
  }

  @Test
  void writesEplAndSplInPlainLetters() {
    assertThat(printed("EPL"))
        .startsWith("\nN\n")
        .endsWith("P1\n")
        .contains("RIO BOOKS")
        .contains("B70,830,0,1,3,3,200,N,\"NUMBER\"");
    assertThat(printed("SPL"))
        .startsWith("\u0002\u001bA")
        .endsWith("\u001bZ\u0003")
        .contains("NUMBER")
        .contains("RIO BOOKS");
  }

  @Test
  void numbersTheLabelsOfAShipment() {
    JsonNode results = shipped(ShipQuestion.smallest().asking("ZPL").packages(3));
    for (int i = 0; i < 3; i++) {
      String zpl =
          new String(
              bytes(results.at("/PackageResults/" + i + "/ShippingLabel/GraphicImage")),
              StandardCharsets.UTF_8);
      assertThat(zpl).contains((i + 1) + " OF 3").contains(packages(results).get(i));
    }
  }

  @Test
  void recoversAPdfOfTrueSizeWhoseBarsGiveTheNumber() throws IOException {
    String number = number(shipped(ShipQuestion.smallest()));
    String wish =
        "{\"Request\":{},\"LabelSpecification\":{\"LabelImageFormat\":{\"Code\":\"PDF\"}},"
            + "\"TrackingNumber\":\""
            + number
            + "\"}";
    JsonNode image =
        caller
            .recover("v1", access("alice"), wish)
            .json()
            .at("/LabelRecoveryResponse/LabelResults/LabelImage");
    try (PDDocument pdf = Loader.loadPDF(bytes(image.get("GraphicImage")))) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(288);
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(432);
      LabelReader page = new LabelReader(new PDFRenderer(pdf).renderImageWithDPI(0, 200));
      assertThat(page.part(0, 812, 800, 230).read(BarcodeFormat.CODE_128)).isEqualTo(number);
    }
  }

  @Test
  void givesTheCommercialInvoiceAsAPdf() throws IOException {
    JsonNode results = shipped(ShipQuestion.toCanada().with("/ShipTo/Name", "\"大田 Łódź Books\""));
    try (PDDocument pdf = Loader.loadPDF(bytes(results.at("/Form/Image/GraphicImage")))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("INV-7", "Paper notebooks", "482010", "Total 37.50 USD", "?? ŁÓDŹ BOOKS")
          .contains(number(results));
    }
  }
}
