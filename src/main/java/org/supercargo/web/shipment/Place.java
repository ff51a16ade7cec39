package org.supercargo.web.shipment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on the page a field of the carrier's records is typed. */
enum Place {
  NAME("consignment\\.(to|from)\\.name", "ship:$1:company"),
  ATTENTION("consignment\\.(to|from)\\.attention", "ship:$1:contactName"),
  REACHED("consignment\\.(to|from)\\.(phone|email|taxNumber)", "ship:$1:$2"),
  LINES("consignment\\.(to|from)\\.address\\.lines(?:\\[0\\])?", "ship:$1:addressLine1"),
  SECOND_LINE("consignment\\.(to|from)\\.address\\.lines\\[1\\]", "ship:$1:addressLine2"),
  THIRD_LINE("consignment\\.(to|from)\\.address\\.lines\\[2\\]", "ship:$1:addressLine3"),
  ADDRESS("consignment\\.(to|from)\\.address\\.(city|state|postalCode|country)", "ship:$1:$2"),
  ELSEWHERE("consignment\\.from", "ship:elsewhere"),
  SIDES("consignment\\.parcels\\[(\\d+)\\]\\.size(?:\\..*)?", "ship:parcels:$1:length"),
  VALUE("consignment\\.parcels\\[(\\d+)\\]\\.declaredValue", "ship:parcels:$1:value"),
  PARCEL(
      "consignment\\.parcels\\[(\\d+)\\]\\.(weight|description|packaging)", "ship:parcels:$1:$2"),
  GOODS("consignment\\.(goodsValue|confirmation)", "ship:$1"),
  PAYER("transport\\.(accountNumber|postalCode|country)", "ship:payer:$1"),
  DUTIES("duties\\.(accountNumber|postalCode|country)", "ship:duties:$1"),
  REFERENCE("references\\[\\d+\\](?:\\.value)?", "ship:reference"),
  WHOLE("(description|returns|labelEmail|wished)", "ship:$1"),
  FORMAT("label\\.(format)", "ship:$1"),
  NOTIFIED("notifications\\[\\d+\\]\\.(?:emails|event)", "ship:emails"),
  MEMO("notifications\\[\\d+\\]\\.(memo)", "ship:$1"),
  ITEM(
      "customs\\.items\\[(\\d+)\\]\\."
          + "(description|commodityCode|originCountry|quantity|unitPrice)",
      "ship:items:$1:$2"),
  CURRENCY("customs\\.(currency)", "ship:$1"),
  CUSTOMS("customs\\.(invoiceNumber|invoiceDate|terms|declaration|freight|insurance)", "ship:$1");

  private final Pattern field;
  private final String component;

  Place(String field, String component) {
    this.field = Pattern.compile(field);
    this.component = component;
  }

  /** The component's id with those of its containers; empty for another field. */
  String of(String name) {
    Matcher found = field.matcher(name);
    return found.matches() ? found.replaceFirst(component) : "";
  }
}
