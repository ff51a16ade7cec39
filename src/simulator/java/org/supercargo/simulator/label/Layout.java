package org.supercargo.simulator.label;

import java.util.ArrayList;
import java.util.List;

/** Where everything stands on a label of 4 by 6 inches. */
final class Layout {
  static final int WIDTH = 800;
  static final int HEIGHT = 1200;
  private static final int EDGE = 20;

  private final List<Mark> marks = new ArrayList<>();

  private Layout() {}

  static List<Mark> of(LabelText label) {
    Layout layout = new Layout();
    layout.addresses(label);
    layout.routing(label);
    layout.tracking(label);
    layout.foot(label);
    return layout.marks;
  }

  private void addresses(LabelText label) {
    column(EDGE, 14, 20, label.from());
    text(470, 20, 36, label.weight());
    text(650, 20, 36, label.number() + " OF " + label.of());
    text(470, 70, 24, "SHP#: " + label.trackingNumber().substring(2, 8));
    text(470, 98, 24, "DATE: " + label.date());
    text(EDGE, 184, 30, "SHIP");
    text(EDGE, 214, 30, "TO:");
    int last = label.to().size() - 2;
    int y = column(120, 184, 30, label.to().subList(0, last));
    column(120, y, 36, label.to().subList(last, last + 2));
    bar(440, 4);
  }

  private void routing(LabelText label) {
    marks.add(new Mark.Maxi(EDGE, 455, MaxiText.of(label)));
    marks.add(new Mark.Bar(250, 440, 4, 230));
    String place = label.isDomestic() ? label.state() : label.countryCode();
    String area = (label.postalCode() + "000").substring(0, 3);
    text(280, 455, 64, place + " " + area + " 9-" + label.serviceMark());
    marks.add(new Mark.Bars(290, 545, 2, 105, label.postalBars()));
    bar(670, 14);
  }

  private void tracking(LabelText label) {
    text(EDGE, 695, label.service().length() > 22 ? 44 : 56, label.service());
    text(EDGE, 765, 32, "TRACKING #: " + label.spacedNumber());
    bar(808, 4);
    marks.add(new Mark.Bars(70, 830, 3, 200, label.trackingNumber()));
    bar(1048, 14);
  }

  /** Said twice, in words and in size: nobody shall stick this on a parcel. */
  private void foot(LabelText label) {
    text(EDGE, 1072, 26, "BILLING: " + label.billing());
    column(EDGE, 1100, 22, label.notes());
    text(560, 1080, 60, "SAMPLE");
    text(420, 1168, 22, "UPS SIMULATOR - NOT FOR SHIPPING");
  }

  private int column(int x, int y, int size, List<String> lines) {
    int below = y;
    for (String line : lines) {
      text(x, below, size, line);
      below += size;
    }
    return below;
  }

  private void text(int x, int y, int size, String text) {
    marks.add(new Mark.Text(x, y, size, text));
  }

  private void bar(int y, int height) {
    marks.add(new Mark.Bar(0, y, WIDTH, height));
  }
}
