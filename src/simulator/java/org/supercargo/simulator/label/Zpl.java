package org.supercargo.simulator.label;

import java.util.List;

/** Marks in Zebra's language. */
final class Zpl {
  private Zpl() {}

  static String of(List<Mark> marks) {
    StringBuilder zpl = new StringBuilder("^XA\n^CI28\n^PW812\n^LL1218\n^LH0,0\n");
    marks.forEach(mark -> zpl.append(line(mark)).append('\n'));
    return zpl.append("^XZ\n").toString();
  }

  private static String line(Mark mark) {
    return switch (mark) {
      case Mark.Text(int x, int y, int size, String text) ->
          at(x, y) + "^A0N,%d,%d".formatted(size, size * 9 / 10) + data(text);
      case Mark.Bar(int x, int y, int width, int height) ->
          at(x, y) + "^GB%d,%d,%d^FS".formatted(width, height, Math.min(width, height));
      case Mark.Bars(int x, int y, int narrow, int height, String content) ->
          at(x, y) + "^BY%d^BCN,%d,N,N,N,A".formatted(narrow, height) + data(content);
      case Mark.Maxi(int x, int y, MaxiText text) ->
          at(x, y)
              + "^BD2,1,1"
              + data(
                  text.serviceNumber() + text.countryNumber() + text.postalCode() + text.message());
    };
  }

  private static String at(int x, int y) {
    return "^FO%d,%d".formatted(x, y);
  }

  /** What the language would take for its own is written as its number. */
  private static String data(String text) {
    StringBuilder data = new StringBuilder("^FH^FD");
    text.chars()
        .forEach(
            sign -> {
              if (sign < ' ' || "^~_".indexOf(sign) >= 0) {
                data.append("_%02X".formatted(sign));
              } else {
                data.append((char) sign);
              }
            });
    return data.append("^FS").toString();
  }
}
