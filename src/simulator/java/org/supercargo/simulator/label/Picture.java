package org.supercargo.simulator.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Marks drawn in black on white. */
final class Picture {
  /** UPS's picture is longer than the label: an inch of blank tab is at its end. */
  private static final int TAB = 200;

  static {
    ImageIO.setUseCache(false);
  }

  private final BufferedImage image;
  private final Graphics2D pen;

  private Picture(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
  }

  static BufferedImage upright(List<Mark> marks) {
    return new Picture(Layout.WIDTH, Layout.HEIGHT).draw(marks);
  }

  /** Turned to the left, 1400 by 800: a quarter turn to the right makes it readable. */
  static BufferedImage lying(List<Mark> marks) {
    Picture picture = new Picture(Layout.HEIGHT + TAB, Layout.WIDTH);
    picture.pen.transform(new AffineTransform(0, -1, 1, 0, 0, Layout.WIDTH));
    return picture.draw(marks);
  }

  /** A line of writing, for a signature. */
  static BufferedImage line(String text, int size) {
    Picture picture = new Picture(20 + size * Math.max(1, text.length()), size * 2);
    return picture.draw(List.of(new Mark.Text(10, size / 2, size, text)));
  }

  static byte[] bytes(BufferedImage image, Format format) {
    if (format == Format.GIF) {
      return Gif.of(image);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format.name(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private BufferedImage draw(List<Mark> marks) {
    marks.forEach(this::draw);
    pen.dispose();
    return image;
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Mark.Text text -> write(text);
      case Mark.Bar bar -> pen.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
      case Mark.Bars bars -> Symbols.code128(pen, bars);
      case Mark.Maxi maxi -> Symbols.maxiCode(pen, maxi);
    }
  }

  private void write(Mark.Text text) {
    AffineTransform before = pen.getTransform();
    double size = text.size() * 0.92;
    pen.translate(text.x(), text.y() + size * 0.85);
    pen.scale(size, size);
    text.text()
        .codePoints()
        .forEach(
            sign -> {
              Glyphs.Glyph glyph = Glyphs.of(sign);
              pen.fill(glyph.path());
              pen.translate(glyph.width(), 0);
            });
    pen.setTransform(before);
  }
}
