package org.supercargo.simulator.label;

import java.util.List;

/** Marks in Eltron's language (EPL2): five fonts, so that sizes are the nearest. */
final class Epl {
  private Epl() {}

  static String of(List<Mark> marks) {
    StringBuilder epl = new StringBuilder("\nN\nq812\nQ1218,24\n");
    marks.forEach(mark -> epl.append(line(mark)).append('\n'));
    return epl.append("P1\n").toString();
  }

  private static String line(Mark mark) {
    return switch (mark) {
      case Mark.Text(int x, int y, int size, String text) ->
          "A%d,%d,0,%s,N,%s".formatted(x, y, font(size), quoted(text));
      case Mark.Bar(int x, int y, int width, int height) ->
          "LO%d,%d,%d,%d".formatted(x, y, width, height);
      case Mark.Bars(int x, int y, int narrow, int height, String content) ->
          "B%d,%d,0,1,%d,%d,%d,N,%s".formatted(x, y, narrow, narrow, height, quoted(content));
      case Mark.Maxi(int x, int y, MaxiText text) ->
          "b%d,%d,M,m2,%s"
              .formatted(
                  x,
                  y,
                  quoted(
                      "%s,%s,%s,%s"
                          .formatted(
                              text.serviceNumber(),
                              text.countryNumber(),
                              text.postalCode().substring(0, 5),
                              text.message())));
    };
  }

  /** Number, and how many times as wide and high. */
  private static String font(int size) {
    return size < 26 ? "3,1,1" : size < 38 ? "4,1,1" : size < 50 ? "5,1,1" : "4,2,2";
  }

  private static String quoted(String text) {
    return '"' + Plain.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
