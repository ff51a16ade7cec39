package org.supercargo.simulator.label;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A label, written in any format. */
public final class Printed {
  private Printed() {}

  public static byte[] label(LabelText text, Format format) {
    List<Mark> marks = Layout.of(text);
    return switch (format) {
      case GIF, PNG -> Picture.bytes(Picture.lying(marks), format);
      case PDF -> Pdf.of(Picture.upright(marks));
      case ZPL -> Zpl.of(marks).getBytes(StandardCharsets.UTF_8);
      case EPL -> Epl.of(marks).getBytes(StandardCharsets.UTF_8);
      case SPL -> Spl.of(marks).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** Base64, as UPS sends everything that is no text. */
  public static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A name as if it had been written on the driver's board; a GIF. */
  public static byte[] signature(String name) {
    return Picture.bytes(Picture.line(name, 30), Format.GIF);
  }
}
