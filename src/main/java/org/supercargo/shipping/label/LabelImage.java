package org.supercargo.shipping.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

/** A label as the carrier made it. */
public final class LabelImage {
  private static final Set<String> DRAWN = Set.of("GIF", "PNG", "PDF");

  private final String format;
  private final byte[] content;

  /**
   * @param format GIF, PNG, PDF, or a printer's language: ZPL, EPL, SPL
   */
  public LabelImage(String format, byte[] content) {
    this.format = format.toUpperCase(Locale.ROOT);
    this.content = content.clone();
  }

  public String format() {
    return format;
  }

  public byte[] content() {
    return content.clone();
  }

  /** Whether it can be put on paper here; a printer's language can only be sent to one. */
  public boolean isDrawn() {
    return DRAWN.contains(format);
  }

  /**
   * A picture drawn anew as PNG.
   *
   * @throws NotPrintable when it is none
   */
  public static byte[] png(byte[] picture) {
    try {
      BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(picture));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (drawn == null || !ImageIO.write(drawn, "png", out)) {
        throw new NotPrintable("The label is no picture");
      }
      return out.toByteArray();
    } catch (IOException broken) {
      throw new NotPrintable("The label can't be read: " + broken.getClass().getSimpleName());
    }
  }

  boolean isPdf() {
    return format.equals("PDF");
  }
}
