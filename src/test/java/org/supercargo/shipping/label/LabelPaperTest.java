package org.supercargo.shipping.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.output.Java2DRenderer;

class LabelPaperTest {
  private static final String NUMBER = "1ZA1B2C30312345678";
  private static final int DPI = 200;

  /** 4 × 6 inches at 200 dpi, upright: bars in the middle, a black square in its upper left. */
  private static BufferedImage upright() {
    BufferedImage label = new BufferedImage(800, 1200, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = label.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 800, 1200);
    pen.setColor(Color.BLACK);
    pen.fillRect(10, 10, 60, 60);
    pen.translate(100, 500);
    Code128 bars = new Code128();
    bars.setBarHeight(80);
    bars.setContent(NUMBER);
    new Java2DRenderer(
            pen,
            2,
            uk.org.okapibarcode.graphics.Color.WHITE,
            uk.org.okapibarcode.graphics.Color.BLACK)
        .render(bars);
    pen.dispose();
    return label;
  }

  /** As the carrier draws it: on its left side, an inch of nothing beyond its foot. */
  private static byte[] lying(String format) {
    BufferedImage upright = upright();
    BufferedImage lying = new BufferedImage(1400, 800, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 1400; x++) {
      for (int y = 0; y < 800; y++) {
        lying.setRGB(x, y, x < 1200 ? upright.getRGB(799 - y, x) : 0xffffffff);
      }
    }
    return written(lying, format);
  }

  private static byte[] written(BufferedImage picture, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LabelImage gif() {
    return new LabelImage("GIF", lying("gif"));
  }

  private static BufferedImage rendered(byte[] pdf, int page) throws IOException {
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      return new PDFRenderer(paper).renderImageWithDPI(page, DPI);
    }
  }

  private static PDRectangle size(byte[] pdf) throws IOException {
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      return paper.getPage(0).getMediaBox();
    }
  }

  private static boolean isBlack(BufferedImage picture, double x, double y) {
    return (picture.getRGB((int) (x * DPI), (int) (y * DPI)) & 0xff) < 64;
  }

  private static String bars(BufferedImage picture) throws Exception {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128),
                DecodeHintType.TRY_HARDER,
                true))
        .getText();
  }

  @ParameterizedTest
  @CsvSource({"GIF", "PNG"})
  void turnsALyingPictureUprightAtItsTrueSize(String format) throws Exception {
    byte[] pdf =
        LabelPaper.pdf(List.of(new LabelImage(format, lying(format.toLowerCase()))), Sheet.LABEL);
    assertThat(size(pdf).getWidth()).isEqualTo(4 * 72);
    assertThat(size(pdf).getHeight()).isEqualTo(6 * 72);
    BufferedImage paper = rendered(pdf, 0);
    assertThat(isBlack(paper, 0.2, 0.2)).as("the head's left corner").isTrue();
    assertThat(isBlack(paper, 3.8, 0.2)).isFalse();
    assertThat(isBlack(paper, 0.2, 5.8)).isFalse();
    assertThat(bars(paper)).isEqualTo(NUMBER);
  }

  @Test
  void leavesAPictureThatStandsAsItIs() throws Exception {
    byte[] pdf =
        LabelPaper.pdf(List.of(new LabelImage("png", written(upright(), "png"))), Sheet.LABEL);
    BufferedImage paper = rendered(pdf, 0);
    assertThat(isBlack(paper, 0.2, 0.2)).isTrue();
    assertThat(bars(paper)).isEqualTo(NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"A4, 8.27, 11.69", "LETTER, 8.5, 11"})
  void laysItAboveTheFoldOfAWholeSheet(Sheet sheet, double width, double height) throws Exception {
    byte[] pdf = LabelPaper.pdf(List.of(gif()), sheet);
    assertThat((double) size(pdf).getWidth() / 72).isCloseTo(width, within(0.01));
    assertThat((double) size(pdf).getHeight() / 72).isCloseTo(height, within(0.01));
    BufferedImage paper = rendered(pdf, 0);
    double left = (width - 6) / 2;
    assertThat(isBlack(paper, left + 0.2, 0.5 + 4 - 0.2)).as("its head is left").isTrue();
    assertThat(isBlack(paper, left + 5.8, 0.7)).isFalse();
    assertThat(bars(paper)).isEqualTo(NUMBER);
    int dark = 0;
    for (int x = 60; x < paper.getWidth() - 60; x++) {
      dark += (paper.getRGB(x, paper.getHeight() / 2) & 0xff) < 200 ? 1 : 0;
    }
    assertThat(dark).as("the dashes of the fold").isGreaterThan(paper.getWidth() / 4);
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(read)).contains("Fold here");
    }
  }

  @ParameterizedTest
  @EnumSource(Sheet.class)
  void copiesALabelThatIsAPdfAlready(Sheet sheet) throws Exception {
    byte[] one = LabelPaper.pdf(List.of(gif()), Sheet.LABEL);
    byte[] pdf = LabelPaper.pdf(List.of(new LabelImage("PDF", one)), sheet);
    assertThat(bars(rendered(pdf, 0))).isEqualTo(NUMBER);
    assertThat(rendered(pdf, 0).getWidth())
        .isEqualTo(rendered(LabelPaper.pdf(List.of(gif()), sheet), 0).getWidth());
  }

  /** Whoever keeps its entity tag need not read it again. */
  @ParameterizedTest
  @EnumSource(Sheet.class)
  void makesTheSameBytesOfTheSameLabels(Sheet sheet) {
    LabelImage copied = new LabelImage("PDF", LabelPaper.pdf(List.of(gif()), Sheet.LABEL));
    byte[] first = LabelPaper.pdf(List.of(gif(), copied), sheet);
    assertThat(LabelPaper.pdf(List.of(gif(), copied), sheet)).isEqualTo(first);
    assertThat(LabelPaper.pdf(List.of(gif()), sheet)).isNotEqualTo(first);
  }

  @Test
  void putsSeveralOnASheetEach() throws Exception {
    byte[] pdf = LabelPaper.pdf(List.of(gif(), gif(), gif()), Sheet.LABEL);
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      assertThat(paper.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(bars(rendered(pdf, 2))).isEqualTo(NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"GIF, rubbish", "PDF, rubbish", "ZPL, ^XA^XZ", "PNG, ''"})
  void refusesWhatIsNoPicture(String format, String content) {
    LabelImage label = new LabelImage(format, content.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> LabelPaper.pdf(List.of(label), Sheet.LABEL))
        .isInstanceOf(NotPrintable.class);
  }
}
