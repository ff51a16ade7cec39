package org.supercargo.simulator.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Pages. */
public final class Pdf {
  private static final float POINTS_AN_INCH = 72;
  private static final float MARGIN = 50;

  private Pdf() {}

  /** One page of 4 by 6 inches, filled by the picture. */
  static byte[] of(BufferedImage upright) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(4 * POINTS_AN_INCH, 6 * POINTS_AN_INCH));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, upright),
            0,
            0,
            page.getMediaBox().getWidth(),
            page.getMediaBox().getHeight());
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A letter page of lines, the first being its title; what does not fit below is left out. */
  public static byte[] of(List<String> lines) {
    try (PDDocument document = new PDDocument();
        InputStream typeface = Glyphs.typeface()) {
      PDType0Font font = PDType0Font.load(document, typeface);
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = PDRectangle.LETTER.getHeight() - MARGIN;
        for (String line : lines) {
          float size = line.equals(lines.get(0)) ? 16 : 9;
          write(content, font, size, y, line);
          y -= size + 4;
        }
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      PDPageContentStream content, PDType0Font font, float size, float y, String line)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(MARGIN, y);
    content.showText(shown(font, line));
    content.endText();
  }

  /** PDFBox refuses a whole line for one letter that the typeface lacks. */
  private static String shown(PDType0Font font, String line) {
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .forEach(
            sign -> {
              try {
                font.encode(Character.toString(sign));
                text.appendCodePoint(sign);
              } catch (IOException | IllegalArgumentException lacking) {
                text.append('?');
              }
            });
    return text.toString();
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
