package org.supercargo.shipping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Exchange;

/** One exchange with a carrier, redacted, written once. */
@Entity
@Table(name = "wire_entry")
class WireEntry {
  static final String INSERT =
      "insert into wire_entry (at, account_id, shipment_id, operation, transaction_id, millis,"
          + " status, request, response, failure) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int LONGEST = 1_000_000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private Instant at = Instant.EPOCH;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "shipment_id")
  private @Nullable Long shipmentId;

  private String operation = "";

  @Column(name = "transaction_id")
  private String transactionId = "";

  private long millis;
  private @Nullable Integer status;
  private String request = "";
  private String response = "";
  private @Nullable String failure;

  /** For JPA only. */
  protected WireEntry() {}

  WireEntry(long account, @Nullable Long shipment, Exchange exchange) {
    this.at = exchange.sentAt();
    this.accountId = account;
    this.shipmentId = shipment;
    this.operation = cut(exchange.operation(), 40);
    this.transactionId = cut(exchange.transactionId(), 64);
    this.millis = exchange.took().toMillis();
    this.status = exchange.status();
    this.request = cut(exchange.request(), LONGEST);
    this.response = cut(exchange.response(), LONGEST);
    String why = exchange.failure();
    this.failure = why == null ? null : cut(why, 500);
  }

  /** PostgreSQL takes no zero characters. */
  private static String cut(String text, int most) {
    String clean = text.replace("\0", "");
    return clean.length() <= most ? clean : clean.substring(0, most);
  }

  /** Fills {@link #INSERT}. */
  void fill(PreparedStatement insert) throws SQLException {
    insert.setObject(1, at.atOffset(ZoneOffset.UTC));
    insert.setLong(2, accountId);
    insert.setObject(3, shipmentId, Types.BIGINT);
    insert.setString(4, operation);
    insert.setString(5, transactionId);
    insert.setLong(6, millis);
    insert.setObject(7, status, Types.INTEGER);
    insert.setString(8, request);
    insert.setString(9, response);
    insert.setString(10, failure);
  }

  WireView view() {
    return new WireView(
        id,
        at,
        accountId,
        shipmentId,
        operation,
        transactionId,
        millis,
        status,
        request,
        response,
        failure);
  }
}
