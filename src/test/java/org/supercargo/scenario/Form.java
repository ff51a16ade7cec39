package org.supercargo.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody types at UPS Developer Kit Registration, by field. */
record Form(Map<String, String> fields) {
  /** Everything that is asked for, as it fits the simulated log-ins of alice. */
  static Form of(String number) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.put("nickname", "Main warehouse");
    fields.put("accountCountry", "US");
    fields.put("accountPostalCode", "30328");
    fields.put("company", "Ångström & Söhne");
    fields.put("contactName", "Zoë Müller-Łódź");
    fields.put("title", "Head of Shipping");
    fields.put("phone", "+1 404 828 6000");
    fields.put("email", "shipping@example.com");
    fields.put("addressLine1", "55 Glenlake Parkway NE");
    fields.put("addressLine2", "Dock 4");
    fields.put("city", "Atlanta");
    fields.put("postalCode", "30328");
    fields.put("country", "US");
    fields.put("state", "GA");
    return new Form(fields);
  }

  Form with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(field, value);
    return new Form(changed);
  }
}
