package org.supercargo.simulator.label;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.MaxiCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Bar codes that readers read. */
final class Symbols {
  private Symbols() {}

  static void code128(Graphics2D pen, Mark.Bars bars) {
    Code128 symbol = new Code128();
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setModuleWidth(bars.narrow());
    symbol.setBarHeight(bars.height());
    symbol.setContent(bars.content());
    render(pen, symbol, bars.x(), bars.y(), 1);
  }

  static void maxiCode(Graphics2D pen, Mark.Maxi maxi) {
    MaxiCode symbol = new MaxiCode();
    boolean numeric = maxi.text().postalCode().matches("\\d{9}");
    symbol.setMode(numeric ? 2 : 4);
    symbol.setPrimary(maxi.text().primary());
    symbol.setContent(maxi.text().message());
    render(pen, symbol, maxi.x(), maxi.y(), 203.0 / symbol.getWidth());
  }

  private static void render(Graphics2D pen, Symbol symbol, int x, int y, double scale) {
    AffineTransform place = pen.getTransform();
    var before = pen.getColor();
    pen.translate(x, y);
    new Java2DRenderer(pen, scale, Color.WHITE, Color.BLACK).render(symbol);
    pen.setTransform(place);
    pen.setColor(before);
  }
}
