package org.supercargo.shipping.label;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The line across the middle of a sheet at which it goes into the pouch. */
final class Fold {
  private Fold() {}

  static void draw(PDPageContentStream ink, PDRectangle size) throws IOException {
    float middle = size.getHeight() / 2;
    ink.setLineDashPattern(new float[] {6, 4}, 0);
    ink.setLineWidth(0.5f);
    ink.moveTo(18, middle);
    ink.lineTo(size.getWidth() - 18, middle);
    ink.stroke();
    ink.setLineDashPattern(new float[0], 0);
    ink.beginText();
    ink.setFont(new PDType1Font(FontName.HELVETICA), 8);
    ink.newLineAtOffset(18, middle + 4);
    ink.showText("Fold here");
    ink.endText();
  }
}
