package org.supercargo.simulator.label;

import java.util.List;

/** Marks in SATO's language, which begins every command with an escape. */
final class Spl {
  private static final String ESC = "\u001b";

  private Spl() {}

  static String of(List<Mark> marks) {
    StringBuilder spl = new StringBuilder("\u0002" + ESC + "A");
    marks.forEach(mark -> spl.append(line(mark)));
    return spl.append(ESC).append("Q1").append(ESC).append("Z\u0003").toString();
  }

  private static String line(Mark mark) {
    return switch (mark) {
      case Mark.Text(int x, int y, int size, String text) ->
          at(x, y)
              + ESC
              + "L0%d0%d".formatted(times(size), times(size))
              + ESC
              + "XM"
              + Plain.of(text);
      case Mark.Bar(int x, int y, int width, int height) ->
          at(x, y) + ESC + "FW%02dH%04d".formatted(Math.min(height, 99), width);
      case Mark.Bars(int x, int y, int narrow, int height, String content) ->
          at(x, y) + ESC + "BG%02d%03d".formatted(narrow, height) + ">H" + content;
      case Mark.Maxi(int x, int y, MaxiText text) ->
          at(x, y)
              + ESC
              + "BV1,1,2,%s,%s,%s"
                  .formatted(text.serviceNumber(), text.countryNumber(), text.postalCode())
              + text.message();
    };
  }

  private static int times(int size) {
    return Math.max(1, Math.min(9, size / 20));
  }

  private static String at(int x, int y) {
    return ESC + "H%04d".formatted(x) + ESC + "V%04d".formatted(y);
  }
}
