package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.account.Accounts;
import org.supercargo.account.Registration;
import org.supercargo.alert.AlertView;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.WireLog;
import org.supercargo.container.InContainer;
import org.supercargo.shipping.gate.Lane;

/** What tests of shipping need: a connected account, real UPS, hands on the rows. */
abstract class InShipping extends InContainer {
  static final Actor ROSA = new Actor("rosa", "192.0.2.1");

  @Inject Shipping shipping;
  @Inject OrderSteps steps;
  @Inject LookSteps looks;
  @Inject Reconciler reconciler;
  @Inject Reopening reopening;
  @Inject Inheritance inheritance;
  @Inject Underway underway;
  @Inject Storing storing;
  @Inject Wires wires;
  @Inject Dispatch dispatch;
  @Inject Consignors consignors;
  @Inject Registration registration;
  @Inject Accounts accounts;
  @Inject AuditTrail audit;
  @Inject Alerts alerts;
  @Inject CarrierShipping socket;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  long account;

  @BeforeEach
  void connect() {
    ups().forgets();
    wires.go();
    emptyTheTables();
    account = Connected.account(registration, ups(), "alice", "A1B2C3", ROSA);
  }

  @AfterEach
  void dropWhatWasPrepared() {
    ups().dropsPreparedAnswers();
    wires.go();
    emptyTheTables();
  }

  ShipCommand command(ShipmentOrder order) {
    return new ShipCommand(UUID.randomUUID().toString(), account, order);
  }

  ShipmentView made(ShipmentOrder order) {
    ShipAnswer answer = shipping.ship(command(order), ROSA);
    assertThat(answer).isInstanceOf(ShipAnswer.Made.class);
    return ((ShipAnswer.Made) answer).shipment();
  }

  ShipmentView pending(ShipCommand command) {
    ShipAnswer answer = shipping.ship(command, ROSA);
    assertThat(answer).isInstanceOf(ShipAnswer.Pending.class);
    return ((ShipAnswer.Pending) answer).shipment();
  }

  ShipmentView view(long id) {
    return shipping.view(id).orElseThrow();
  }

  /** As a node would that died before it could write anything down. */
  Begun.Mine requested() {
    return requested(Goods.parcel());
  }

  Begun.Mine requested(ShipmentOrder order) {
    return (Begun.Mine)
        steps
            .request(
                consignors.of(account),
                command(order),
                ROSA,
                UUID.randomUUID().toString(),
                Underway.LEASE,
                Lane.LABEL)
            .orElseThrow();
  }

  /** What UPS makes of it, without us. */
  Booking behindOurBack(ShipmentOrder order) {
    return accounts.use(account, credentials -> socket.ship(credentials, order, WireLog.none()));
  }

  void isDue(long id) {
    execute("update shipment set due_at = requested_at - interval '1' hour where id = " + id);
  }

  /** UPS had time enough to know it. */
  void isOld(long id) {
    execute(
        "update shipment set requested_at = requested_at - interval '1' hour,"
            + " due_at = requested_at - interval '1' hour where id = "
            + id);
  }

  void looksUntil(long id, ShipmentState state) throws Exception {
    eventually(
        () -> {
          isDue(id);
          reconciler.go();
          return view(id).state() == state;
        });
  }

  void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the audit trail says of shipments, oldest first. */
  List<String> audited() {
    return audit.find(AuditFilter.ALL, 0, 100).reversed().stream()
        .map(entry -> entry.action().name())
        .filter(name -> name.matches("SHIPMENT.*|VOID.*|LABEL.*"))
        .toList();
  }

  /** What people are told and have not seen to, as kind and shipment. */
  List<String> alerted() {
    return alerts.list(true, 0, 100).stream()
        .map((AlertView alert) -> alert.kind() + " " + alert.shipment())
        .toList();
  }

  long booked() {
    return ups().shipments().get("count").asLong();
  }

  long voided() {
    return ups().shipments().get("voided").asLong();
  }

  /** Labels that were paid for twice. */
  boolean hasDuplicates() {
    return !ups().shipments().get("duplicates").isEmpty();
  }

  static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(condition.call()).isTrue();
  }
}
