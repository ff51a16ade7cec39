package org.supercargo.shipping.batch;

import static org.supercargo.shipping.batch.Column.REFERENCE;
import static org.supercargo.shipping.batch.Column.TO_NAME;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.Json;
import org.supercargo.shipping.ShipmentView;

/** One row of a batch, and what became of it. */
@Entity
@Table(name = "shipment_batch_row")
class BatchRow {
  /** A row that was not made so often is left to people. */
  private static final int MOST_TRIES = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "batch_id")
  private long batchId;

  private int line;

  @Enumerated(EnumType.STRING)
  private RowState state = RowState.WAITING;

  private String cells = "{}";
  private @Nullable String ordered;
  private @Nullable String problems;
  private String reference = "";

  @Column(name = "to_name")
  private String toName = "";

  @Column(name = "account_id")
  private @Nullable Long accountId;

  @Column(name = "shipment_id")
  private @Nullable Long shipmentId;

  private int tries;
  private @Nullable String number;
  private @Nullable String tracking;
  private @Nullable BigDecimal price;
  private @Nullable String currency;

  @Column(name = "said_code")
  private @Nullable String saidCode;

  @Column(name = "said_text")
  private @Nullable String saidText;

  /** For JPA only. */
  protected BatchRow() {}

  BatchRow(long batchId, Checked checked) {
    this.batchId = batchId;
    this.line = checked.line();
    this.cells = Json.of(checked.cells());
    this.reference = cut(checked.text(REFERENCE), 140);
    this.toName = cut(checked.text(TO_NAME), 140);
    this.accountId = checked.account();
    if (checked.order() == null || !checked.problems().isEmpty()) {
      this.state = RowState.WRONG;
      this.problems = Json.of(checked.problems());
    } else {
      this.ordered = Json.of(checked.order());
    }
  }

  /** Whether its end is known. */
  private boolean isSettled() {
    return switch (state) {
      case MADE, REFUSED, NOT_CREATED, UNRESOLVED -> true;
      case WRONG, WAITING, UNKNOWN, CANCELLED -> false;
    };
  }

  long batchId() {
    return batchId;
  }

  Optional<Long> shipment() {
    return Optional.ofNullable(shipmentId);
  }

  /** Somebody can find out again what came of it. */
  void askedAgain() {
    if (state == RowState.UNRESOLVED) {
      state = RowState.UNKNOWN;
      hear(null);
    }
  }

  /** Nobody tries it again by itself: it comes with what was not made, for another file. */
  void endsWithItsBatch() {
    if (state == RowState.WAITING) {
      state = RowState.NOT_CREATED;
    }
  }

  void unknown(ShipmentView shipment) {
    if (!isSettled()) {
      state = RowState.UNKNOWN;
      shipmentId = shipment.id();
    }
  }

  void made(ShipmentView shipment) {
    state = RowState.MADE;
    shipmentId = shipment.id();
    number = shipment.row().number();
    tracking =
        shipment.packages().stream()
            .map(ShipmentView.Piece::trackingNumber)
            .collect(Collectors.joining(" "));
    Money paid = shipment.row().price();
    price = paid == null ? null : paid.amount();
    currency = paid == null ? null : paid.currency();
    hear(null);
  }

  void refused(@Nullable ShipmentView shipment, CarrierMessage said) {
    if (!isSettled()) {
      state = RowState.REFUSED;
      shipmentId = shipment == null ? null : shipment.id();
      hear(said);
    }
  }

  /** Not to be tried again: it may have been made. */
  void unresolved(ShipmentView shipment, CarrierMessage said) {
    if (!isSettled()) {
      state = RowState.UNRESOLVED;
      shipmentId = shipment.id();
      hear(said);
    }
  }

  /** Surely nothing was made: it is tried again by another key, but not for ever. */
  void notCreated(ShipmentView shipment, CarrierMessage said) {
    if (isSettled()) {
      return;
    }
    tries++;
    shipmentId = shipment.id();
    state = tries < MOST_TRIES ? RowState.WAITING : RowState.NOT_CREATED;
    hear(said);
  }

  private void hear(@Nullable CarrierMessage said) {
    saidCode = said == null ? null : cut(said.code(), 20);
    saidText = said == null ? null : cut(said.text(), 500);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /**
   * As it is to be sent.
   *
   * @param mark of its batch
   */
  Task task(String mark) {
    Long account = accountId;
    String order = ordered;
    if (account == null || order == null) {
      throw new IllegalStateException("row " + id + " is no order");
    }
    return new Task(
        id,
        line,
        "%s-%d-%d".formatted(mark, line, tries + 1),
        account,
        Json.read(order, ShipmentOrder.class));
  }

  RowView view() {
    BigDecimal amount = price;
    String money = currency;
    String text = saidText;
    String code = saidCode;
    return new RowView(
        id,
        line,
        state,
        reference,
        toName,
        accountId,
        shipmentId,
        number,
        tracking == null || tracking.isEmpty() ? List.of() : List.of(tracking.split(" ")),
        amount == null || money == null ? null : new Money(amount.stripTrailingZeros(), money),
        text == null || code == null ? null : new CarrierMessage(code, text),
        problems == null ? List.of() : Arrays.asList(Json.read(problems, RowProblem[].class)),
        texts());
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> texts() {
    return Json.read(cells, Map.class);
  }
}
