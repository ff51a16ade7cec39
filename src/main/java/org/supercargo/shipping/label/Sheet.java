package org.supercargo.shipping.label;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The paper that labels are printed on, one a sheet. */
public enum Sheet {
  /** 4 × 6 inches: label stock. */
  LABEL,
  /** The label lies in the upper half, to be folded behind. */
  A4,
  /** As A4. */
  LETTER;

  PDRectangle size() {
    return switch (this) {
      case LABEL -> new PDRectangle(LabelPaper.WIDTH, LabelPaper.HEIGHT);
      case A4 -> PDRectangle.A4;
      case LETTER -> PDRectangle.LETTER;
    };
  }

  boolean isFolded() {
    return this != LABEL;
  }
}
