package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies that programs send. */
final class Orders {
  private static final String TO =
      """
      "to": {
        "name": "Jo Doe", "phone": "4045550123", "residential": true,
        "address": {
          "lines": ["12 Peachtree St NE"], "city": "Atlanta", "state": "GA",
          "postalCode": "30303", "country": "US"
        }
      },
      "parcels": [{
        "packaging": "OWN",
        "weight": {"value": "5.5", "unit": "POUND"},
        "size": {"length": "12", "width": "9", "height": "4", "unit": "INCH"}
      }]
      """;

  private Orders() {}

  static ObjectNode rate(long account) {
    return read("{\"account\": " + account + ", \"wishedBy\": \"2099-12-31\", " + TO + "}");
  }

  static ObjectNode shipment(long account) {
    return read(
        "{\"account\": "
            + account
            + ", \"service\": \"03\","
            + " \"reference\": {\"kind\": \"PURCHASE_ORDER\", \"value\": \"PO-4711\"}, "
            + TO
            + "}");
  }

  static ObjectNode shipmentOfTwo(long account) {
    ObjectNode order = shipment(account);
    JsonNode first = order.at("/parcels/0");
    order.withArray("/parcels").add(first.deepCopy());
    return order;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) Program.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
