package org.supercargo.shipping.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Puts labels on paper, upright and at their true size of 4 × 6 inches. */
public final class LabelPaper {
  static final float WIDTH = 288;
  static final float HEIGHT = 432;
  private static final float MARGIN = 36;

  private LabelPaper() {}

  /**
   * One PDF, a sheet a label, in their order: the same labels make the same bytes.
   *
   * @throws NotPrintable when one is no picture and no PDF
   */
  public static byte[] pdf(List<LabelImage> labels, Sheet sheet) {
    try (PDDocument paper = new PDDocument()) {
      paper.setDocumentId(id(labels, sheet));
      labels.forEach(label -> add(label, paper, sheet));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      paper.save(out);
      return out.toByteArray();
    } catch (IOException broken) {
      throw new NotPrintable("The label can't be read: " + broken.getClass().getSimpleName());
    }
  }

  /** Else the document's ID, and with it its entity tag, would be made of the time. */
  private static long id(List<LabelImage> labels, Sheet sheet) {
    CRC32 sum = new CRC32();
    sum.update(sheet.name().getBytes(StandardCharsets.US_ASCII));
    labels.forEach(label -> sum.update(label.content()));
    return sum.getValue();
  }

  static void add(LabelImage label, PDDocument paper, Sheet sheet) {
    try {
      if (label.isPdf()) {
        copy(label, paper, sheet);
      } else {
        draw(picture(label), paper, sheet);
      }
    } catch (IOException broken) {
      throw new NotPrintable("The label can't be read: " + broken.getClass().getSimpleName());
    }
  }

  private static BufferedImage picture(LabelImage label) throws IOException {
    BufferedImage picture =
        label.isDrawn() ? ImageIO.read(new ByteArrayInputStream(label.content())) : null;
    if (picture == null) {
      throw new NotPrintable("A label in " + label.format() + " can't be put on paper");
    }
    return picture;
  }

  private static void draw(BufferedImage picture, PDDocument paper, Sheet sheet)
      throws IOException {
    try (PDPageContentStream ink = page(paper, sheet)) {
      ink.drawImage(LosslessFactory.createFromImage(paper, picture), upright(picture));
    }
  }

  /**
   * The carrier's picture lies on its left side and is longer than the label: its head goes to the
   * top, its short side is four inches, what is beyond six is cut off.
   */
  private static Matrix upright(BufferedImage picture) {
    float wide = picture.getWidth();
    float high = picture.getHeight();
    if (wide > high) {
      return new Matrix(0, -WIDTH * wide / high, WIDTH, 0, 0, HEIGHT);
    }
    float length = WIDTH * high / wide;
    return new Matrix(WIDTH, 0, 0, length, 0, HEIGHT - length);
  }

  private static void copy(LabelImage label, PDDocument paper, Sheet sheet) throws IOException {
    try (PDDocument given = Loader.loadPDF(label.content())) {
      LayerUtility layers = new LayerUtility(paper);
      for (int i = 0; i < given.getNumberOfPages(); i++) {
        PDFormXObject form = layers.importPageAsForm(given, i);
        try (PDPageContentStream ink = page(paper, sheet)) {
          ink.transform(Matrix.getTranslateInstance(0, HEIGHT - form.getBBox().getHeight()));
          ink.drawForm(form);
        }
      }
    }
  }

  /** A new page whose ink begins at the label's lower left corner. */
  private static PDPageContentStream page(PDDocument paper, Sheet sheet) throws IOException {
    PDRectangle size = sheet.size();
    PDPage page = new PDPage(size);
    paper.addPage(page);
    PDPageContentStream ink = new PDPageContentStream(paper, page);
    if (sheet.isFolded()) {
      Fold.draw(ink, size);
      // Lying on its left side: upright it would reach over the fold.
      float left = (size.getWidth() - HEIGHT) / 2;
      float bottom = size.getHeight() - MARGIN - WIDTH;
      ink.transform(new Matrix(0, 1, -1, 0, left + HEIGHT, bottom));
    }
    ink.addRect(0, 0, WIDTH, HEIGHT);
    ink.clip();
    return ink;
  }
}
