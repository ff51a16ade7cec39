package org.supercargo.shipping.label;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Many labels as one PDF, a sheet a label. Their pictures lie in a file of the system's temporary
 * folder until they are written, so that thousands need little memory.
 */
public final class LabelBook implements AutoCloseable {
  private static final int LONGEST = 60;

  private final PDDocument paper = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
  private final Sheet sheet;

  public LabelBook(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Adds a sheet.
   *
   * @throws NotPrintable when it is no picture and no PDF; the book is as it was before
   */
  public void add(LabelImage label) {
    LabelPaper.add(label, paper, sheet);
  }

  /** A sheet with words in place of a label. */
  public void note(String heading, String words) {
    PDPage page = new PDPage(sheet.size());
    try {
      paper.addPage(page);
      try (PDPageContentStream ink = new PDPageContentStream(paper, page)) {
        float top = sheet.size().getHeight() - 72;
        line(ink, heading, 16, top);
        for (int from = 0, line = 1; from < words.length() && line < 12; from += LONGEST, line++) {
          String part = words.substring(from, Math.min(words.length(), from + LONGEST));
          line(ink, part, 8, top - 12 - 12 * line);
        }
      }
    } catch (IOException broken) {
      throw new NotPrintable("A note can't be written: " + broken.getClass().getSimpleName());
    }
  }

  /** The font has no other letters. */
  private static void line(PDPageContentStream ink, String words, float size, float at)
      throws IOException {
    ink.beginText();
    ink.setFont(new PDType1Font(FontName.HELVETICA), size);
    ink.newLineAtOffset(18, at);
    ink.showText(words.replaceAll("[^\\x20-\\x7e]", "?"));
    ink.endText();
  }

  public void write(OutputStream out) throws IOException {
    if (paper.getNumberOfPages() == 0) {
      note("No labels", "");
    }
    paper.save(out);
  }

  @Override
  public void close() throws IOException {
    paper.close();
  }
}
