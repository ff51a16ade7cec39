package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.INVALID;
import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.classic.Checks;
import org.supercargo.simulator.http.Fields;

/** The commercial invoice's data. UPS draws the form for type 01; 07 is one that was uploaded. */
public record Invoice(
    String number, String date, String reason, String terms, String currency, List<Line> lines) {
  private static final Set<String> TYPES =
      Set.of("01", "03", "04", "05", "06", "07", "08", "09", "10", "11");

  /** A product; the price is that of one unit. */
  public record Line(
      String description,
      String commodityCode,
      String origin,
      BigDecimal quantity,
      String unit,
      BigDecimal price) {
    public BigDecimal total() {
      return quantity.multiply(price);
    }
  }

  static Optional<Invoice> of(Fields options) {
    Fields forms = options.at("InternationalForms");
    if (!forms.isPresent()) {
      return Optional.empty();
    }
    List<String> types =
        forms.list("FormType").stream().map(type -> type.node().asText("")).toList();
    hold(
        !types.isEmpty() && TYPES.containsAll(types),
        INVALID,
        "Missing or invalid InternationalForms/FormType");
    if (!types.contains("01")) {
      hold(
          !types.contains("07") || forms.at("UserCreatedForm").at("DocumentID").isPresent(),
          INVALID,
          "Missing InternationalForms/UserCreatedForm/DocumentID");
      return Optional.empty();
    }
    return Optional.of(read(forms));
  }

  private static Invoice read(Fields forms) {
    hold(
        forms.at("Contacts").at("SoldTo").isPresent(),
        INVALID,
        "Missing InternationalForms/Contacts/SoldTo");
    List<Line> lines = forms.list("Product").stream().map(Invoice::line).toList();
    hold(!lines.isEmpty(), INVALID, "Missing InternationalForms/Product");
    return new Invoice(
        forms.text("InvoiceNumber").orElse(""),
        Checks.date(needed(forms, "InvoiceDate"), "InternationalForms/InvoiceDate").toString(),
        needed(forms, "ReasonForExport"),
        forms.text("TermsOfShipment").orElse(""),
        needed(forms, "CurrencyCode"),
        lines);
  }

  private static Line line(Fields product) {
    Fields unit = product.at("Unit");
    List<Fields> words = product.list("Description");
    hold(
        !words.isEmpty() && words.stream().allMatch(w -> w.node().asText("").length() <= 35),
        INVALID,
        "Missing or invalid Product/Description");
    return new Line(
        words.get(0).node().asText(),
        product.text("CommodityCode").orElse(""),
        needed(product, "OriginCountryCode"),
        number(unit, "Number"),
        needed(unit.at("UnitOfMeasurement"), "Code"),
        number(unit, "Value"));
  }

  private static BigDecimal number(Fields unit, String name) {
    return require(
        unit.text(name)
            .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,6})?"))
            .map(BigDecimal::new),
        INVALID,
        "Missing or invalid Product/Unit/" + name);
  }

  private static String needed(Fields fields, String name) {
    return require(fields.text(name), INVALID, "Missing InternationalForms field " + name);
  }
}
