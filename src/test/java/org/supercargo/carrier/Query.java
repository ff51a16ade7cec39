package org.supercargo.carrier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A query or a form as tests read it. */
public final class Query {
  private Query() {}

  public static String value(String query, String name) {
    return values(query).get(name);
  }

  public static Map<String, String> values(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(decoded(parts[0]), decoded(parts.length == 2 ? parts[1] : ""));
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
