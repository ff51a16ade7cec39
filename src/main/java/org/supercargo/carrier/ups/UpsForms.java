package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Party;

/**
 * Writes the data of a commercial invoice. UPS makes the form of it, and sends it to customs by
 * itself when the account is enabled for paperless invoices, unless told not to.
 */
final class UpsForms {
  /** A description has up to three lines of this length. */
  static final int LINE = 35;

  private UpsForms() {}

  static ObjectNode invoice(Customs customs, Consignment consignment) {
    ObjectNode forms = UpsParts.object();
    forms.putArray("FormType").add("01");
    Party buyer = Optional.ofNullable(customs.soldTo()).orElse(consignment.to());
    forms
        .putObject("Contacts")
        .set("SoldTo", UpsOrder.party(buyer, UpsParts.address(buyer.address())));
    ArrayNode products = forms.putArray("Product");
    customs.items().forEach(item -> products.add(product(item)));
    UpsParts.put(forms, "InvoiceNumber", customs.invoiceNumber());
    forms.put("InvoiceDate", DateTimeFormatter.BASIC_ISO_DATE.format(customs.invoiceDate()));
    UpsParts.put(forms, "TermsOfShipment", customs.terms());
    forms.put("ReasonForExport", reason(customs.reason()));
    UpsParts.put(forms, "DeclarationStatement", customs.declaration());
    Money freight = customs.freight();
    if (freight != null) {
      forms.putObject("FreightCharges").put("MonetaryValue", freight.rounded().digits());
    }
    Money insurance = customs.insurance();
    if (insurance != null) {
      forms.putObject("InsuranceCharges").put("MonetaryValue", insurance.rounded().digits());
    }
    forms.put("CurrencyCode", customs.total().currency());
    if (!customs.paperless()) {
      forms.put("OverridePaperlessIndicator", "");
    }
    return forms;
  }

  private static ObjectNode product(Customs.Item item) {
    ObjectNode product = UpsParts.object();
    ArrayNode lines = product.putArray("Description");
    String words = item.description().strip();
    for (int at = 0; at < words.length(); at += LINE) {
      lines.add(words.substring(at, Math.min(words.length(), at + LINE)));
    }
    ObjectNode unit = product.putObject("Unit");
    unit.put("Number", item.quantity().stripTrailingZeros().toPlainString());
    String code = Optional.ofNullable(item.unit()).orElse("PCS");
    unit.putObject("UnitOfMeasurement").put("Code", code);
    unit.put("Value", item.unitPrice().digits());
    UpsParts.put(product, "CommodityCode", item.commodityCode());
    return product.put("OriginCountryCode", item.originCountry());
  }

  private static String reason(Customs.Reason reason) {
    return switch (reason) {
      case INTERCOMPANY -> "INTERCOMPANYDATA";
      case SALE, GIFT, SAMPLE, RETURN, REPAIR -> reason.name();
    };
  }
}
