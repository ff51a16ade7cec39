package org.supercargo.container;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The application's tables, seen from inside the server. */
final class Tables {
  // In an order that the foreign keys allow.
  private static final List<String> NAMES =
      List.of(
          "alert_mail",
          "alert_recipient",
          "alert",
          "timer_run",
          "timer_lease",
          "shipment_batch_row",
          "shipment_batch",
          "wire_entry",
          "tracking_snapshot",
          "recent_address",
          "shipping_default",
          "ship_location",
          "shipment_document",
          "shipment_reference",
          "shipment_package",
          "shipment_key",
          "shipment",
          "connect_attempt",
          "grant_event",
          "carrier_account",
          "carrier_grant",
          "carrier_line",
          "api_key_account",
          "api_key",
          "api_window",
          "audit_entry",
          "sign_in_delay");

  private Tables() {}

  static void empty() {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        statement.executeUpdate("delete from " + name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource dataSource() {
    try {
      return InitialContext.doLookup("java:app/jdbc/supercargo");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
