package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Exchange;
import org.supercargo.container.Shown;
import org.supercargo.node.Figures;

/** Shipping's figures, as the server has them. */
class MetersIT extends InShipping {
  @Inject MetricRegistry registry;
  @Inject Meters meters;
  @Inject Figures figures;

  @Test
  void countsEveryCallByItsEnd() {
    shipping.ship(command(Goods.parcel()), ROSA);
    Map<String, Double> before = calls();
    assertThat(before).hasSize(6);
    shipping.ship(command(Goods.parcel()), ROSA);
    ups().answersNext("ship", 400);
    shipping.ship(command(Goods.parcel()), ROSA);
    ups().cutsNextAfterWork("ship");
    shipping.ship(command(Goods.parcel()), ROSA);
    exchanged("ship", 429);
    exchanged("ship", 403);
    exchanged("ship", 503);
    Map<String, Double> after = calls();
    assertThat(after).hasSize(6);
    after.forEach((end, count) -> assertThat(count - before.get(end)).as(end).isEqualTo(1));
    assertThat(Shown.of(registry, "carrier_call_seconds_count", "operation", "ship"))
        .isGreaterThanOrEqualTo(7);
    assertThat(Shown.of(registry, "carrier_call_seconds_bucket", "operation", "ship", "le", "0.05"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void makesNoNewLabelsHoweverManyOperationsThereAre() {
    Meters mine = new Meters();
    mine.figures = figures;
    for (int i = 0; i < 1_000; i++) {
      mine.exchanged(exchange("made-up-" + i, 200));
    }
    Set<String> operations = new HashSet<>();
    registry
        .getCounters()
        .forEach((id, counter) -> operations.add(id.getTags().getOrDefault("operation", "")));
    operations.removeIf(it -> !it.startsWith("made-up-"));
    assertThat(operations).hasSizeBetween(1, 20);
    assertThat(Shown.of(registry, "carrier_calls", "operation", "other", "outcome", "answered"))
        .isEqualTo(1_000 - operations.size());
  }

  @Test
  void countsLooksAtUnknownShipmentsAndHowLongTheyAreSo() throws Exception {
    double found = looks("found");
    double away = looks("away");
    double nothing = looks("nothing");
    double nobody = looks("nobody_to_ask");
    ups().cutsNextBeforeWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    execute(
        "update shipment set requested_at = requested_at - interval '90' second where id = "
            + lost.id());
    meters.count();
    assertThat(Shown.of(registry, "shipments_unknown")).isEqualTo(1);
    assertThat(Shown.of(registry, "shipments_unknown_oldest_seconds")).isBetween(90.0, 300.0);
    ups().answersNext("recover", 503, 1_000);
    looksUntilCounted("away", away, lost.id());
    ups().dropsPreparedAnswers();
    looksUntilCounted("nothing", nothing, lost.id());
    ups().saysAfterWork("ship", 500, "");
    ShipmentView made = pending(command(Goods.parcels(2, DocumentFormat.ZPL)));
    looksUntil(made.id(), ShipmentState.CREATED);
    assertThat(looks("found")).isGreaterThan(found);
    accounts.delete(account, ROSA);
    looksUntil(lost.id(), ShipmentState.UNRESOLVED);
    assertThat(looks("nobody_to_ask")).isGreaterThan(nobody);
    meters.count();
    assertThat(Shown.of(registry, "shipments_unknown")).isZero();
    assertThat(Shown.of(registry, "shipments_unknown_oldest_seconds")).isZero();
  }

  private void looksUntilCounted(String outcome, double before, long shipment) throws Exception {
    eventually(
        () -> {
          isDue(shipment);
          reconciler.go();
          return looks(outcome) > before;
        });
  }

  private double looks(String outcome) {
    return Shown.of(registry, "reconciler_looks", "outcome", outcome);
  }

  private void exchanged(String operation, int status) {
    meters.exchanged(exchange(operation, status));
  }

  private static Exchange exchange(String operation, int status) {
    return new Exchange(
        operation, "t", Instant.EPOCH, Duration.ofMillis(7), status, "POST /", "{}", null);
  }

  private Map<String, Double> calls() {
    Map<String, Double> all = new TreeMap<>();
    for (String end : "answered refused denied limited failed unanswered".split(" ")) {
      all.put(end, Shown.of(registry, "carrier_calls", "operation", "ship", "outcome", end));
    }
    return all;
  }
}
