package org.supercargo.simulator.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Letters as outlines, from the typeface that comes with PDFBox: the JDK's own text needs fonts of
 * the system, which a server may lack.
 */
final class Glyphs {
  private static final TrueTypeFont FONT = load();
  private static final Map<Integer, Glyph> KNOWN = new ConcurrentHashMap<>();

  /** For a letter one dot high. */
  record Glyph(GeneralPath path, double width) {}

  private Glyphs() {}

  static InputStream typeface() {
    return PDFont.class.getResourceAsStream(
        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
  }

  static Glyph of(int codePoint) {
    return KNOWN.computeIfAbsent(codePoint, Glyphs::read);
  }

  /** The parser is not made for several threads. */
  private static synchronized Glyph read(int codePoint) {
    try {
      CmapLookup lookup = FONT.getUnicodeCmapLookup();
      int id = lookup.getGlyphId(codePoint);
      double scale = 1.0 / FONT.getUnitsPerEm();
      var data = FONT.getGlyph().getGlyph(id);
      GeneralPath path = data == null ? new GeneralPath() : data.getPath();
      path.transform(AffineTransform.getScaleInstance(scale, -scale));
      return new Glyph(path, FONT.getAdvanceWidth(id) * scale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont load() {
    try (InputStream file = typeface()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
