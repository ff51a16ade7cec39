package org.supercargo.simulator.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.label.Printed;

/** Proof of delivery: a page, in base64. */
final class Proof {
  private Proof() {}

  static Map<String, Object> of(String number, String receiver, Scan delivered) {
    String page =
        """
        <!DOCTYPE html><html><head><title>Proof of Delivery</title></head><body>
        <h1>Proof of Delivery</h1>
        <p>Tracking number %s<br>Delivered on %s<br>Received by %s</p></body></html>
        """
            .formatted(number, delivered.local(), escaped(receiver));
    return Json.object("content", Printed.encoded(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
