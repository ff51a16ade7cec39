package org.supercargo.simulator.shipping;

import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.util.Arrays;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.label.Format;

/** Which label is asked for. PDF is what Label Recovery alone makes. */
final class LabelWish {
  private LabelWish() {}

  static Format of(Fields specification) {
    hold(specification.isPresent(), "120700", "Missing LabelSpecification");
    Format format =
        require(
            specification
                .at("LabelImageFormat")
                .text("Code")
                .flatMap(LabelWish::format)
                .filter(wish -> wish != Format.PDF),
            "120701",
            "Missing or invalid LabelImageFormat/Code: GIF, PNG, ZPL, EPL or SPL");
    Fields stock = specification.at("LabelStockSize");
    hold(stock.isPresent() || format.isPicture(), "120702", "Missing LabelStockSize");
    hold(
        !stock.isPresent() || stock.text("Height").filter(h -> h.matches("[68]")).isPresent(),
        "120703",
        "LabelStockSize/Height must be 6 or 8");
    hold(
        !stock.isPresent() || stock.text("Width").filter("4"::equals).isPresent(),
        "120704",
        "LabelStockSize/Width must be 4");
    return format;
  }

  static Optional<Format> format(String code) {
    return Arrays.stream(Format.values()).filter(known -> known.name().equals(code)).findFirst();
  }
}
