package org.supercargo.shipping.batch;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of shipments, for tests. */
public final class Files {
  static final String HEADER =
      "reference,service,to_name,to_address_1,to_city,to_state,to_postal_code,to_country,"
          + "weight,weight_unit\n";

  private Files() {}

  static String row(String reference) {
    return reference + ",UPS Ground,Receiver Inc,11 Times Sq,New York,NY,10036,US,2.5,lb\n";
  }

  /** Right ones, with the references A-1 and so on. */
  public static String of(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(i -> row("A-" + i))
        .collect(Collectors.joining("", HEADER, ""));
  }
}
