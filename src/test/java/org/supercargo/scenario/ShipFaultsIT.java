package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.scenario.FaultTable.many;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Server;

/**
 * Real servers that ship, killed and crowded meanwhile: by UPS's books nothing is paid twice. Small
 * here; {@code mvn -Pfaults -Dfaults=ship} runs the same as a campaign and writes its table.
 */
@Tag("scenario")
class ShipFaultsIT {
  private static final FaultTable TABLE = new FaultTable("ship");
  private final ShipStage stage = new ShipStage();

  @AfterEach
  void end() {
    stage.close();
  }

  @AfterAll
  static void publish() {
    TABLE.publish();
  }

  @Test
  void paysNothingTwiceWhereverItIsKilled() throws Exception {
    ShipKills kills = new ShipKills(stage);
    int times = many(1, 10);
    for (int i = 0; i < times; i++) {
      kills.kill();
    }
    for (ShipKills.Point point : ShipKills.Point.values()) {
      TABLE.add("killed " + point.words, times, kills.lost.get(point), kills.note(point));
    }
    TABLE.add(
        "found by itself after a kill",
        4L * times,
        0,
        "%d s after the kill at the latest, the start of the server among them"
            .formatted(kills.longest));
    for (ShipKills.Point point : ShipKills.Point.values()) {
      assertThat(kills.lost.get(point)).as(point.words + ": " + kills.note(point)).isZero();
    }
  }

  @Test
  void shipsEachOrderOnceOverTwoNodesThroughRandomTrouble() throws Exception {
    int orders = many(60, 1_000);
    int kills = many(1, 20);
    long seed = System.nanoTime();
    long begun = System.nanoTime();
    List<Server> nodes = stage.nodes("alpha", "beta");
    ShipCrowd crowd = new ShipCrowd(stage, nodes, orders, seed);
    crowd.comes(kills);
    stage.settles();
    long unknown = audited("SHIPMENT_UNKNOWN");
    int again = crowd.comesAgain();
    stage.settles();

    int once = 0;
    for (int i = 0; i < orders; i++) {
      once += stage.live("order-" + i).size() == 1 ? 1 : 0;
    }
    TABLE.add(
        "orders, 2 nodes × 2 callers each, %d kills".formatted(kills),
        orders,
        orders - once,
        "%s; %d callers cut off by kills; %d calls to ship; %d s"
            .formatted(
                crowd.troubles(),
                crowd.cutOff.get(),
                stage.ups.count("ship"),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
    List<String> live = stage.live("");
    int duplicates = stage.ups.shipments().get("duplicates").size();
    TABLE.add(
        "duplicates among what UPS has booked",
        stage.ups.shipments().get("count").asLong(),
        duplicates,
        "by UPS's books, by our reference and the customer's; %d taken back as nobody's"
            .formatted(audited("SHIPMENT_ORPHANED")));
    Set<String> lost = new HashSet<>(live);
    stage.texts(LABELLED).forEach(lost::remove);
    TABLE.add(
        "labels lost of what UPS wants paid",
        live.size(),
        lost.size(),
        "stored, their checksums right: " + labels(nodes.getFirst()));
    long left = stage.number("select count(*) from shipment where state in " + OPEN);
    TABLE.add(
        "Unknown left after reconciling",
        unknown,
        left,
        "%d were found made; %d not, and shipped once more".formatted(unknown - again, again));

    assertThat(crowd.wrong).as("seed " + seed).isEmpty();
    assertThat(once).as("seed " + seed).isEqualTo(orders);
    assertThat(duplicates).isZero();
    assertThat(lost).isEmpty();
    assertThat(left).isZero();
    assertThat(labels(nodes.getFirst())).isEqualTo("" + orders);
    assertThat(new HashSet<>(stage.texts(CREATED))).isEqualTo(new HashSet<>(live));
    assertThat(crowd.cutOff.get()).as("else no kill met anybody").isPositive();
    assertThat(unknown).as("else nothing was tried").isGreaterThan(orders / 10);
    assertThat(stage.texts("select client_key from shipment_key group by 1 having count(*) > 1"))
        .isEmpty();
  }

  private static final String OPEN = "('REQUESTED', 'UNKNOWN')";
  private static final String CREATED = "select number from shipment s where state = 'CREATED'";

  /** With a label for each package. */
  private static final String LABELLED =
      CREATED
          + " and packages = (select count(*) from shipment_document d where d.shipment_id = s.id"
          + " and kind = 'LABEL' and content is not null)";

  private long audited(String action) throws Exception {
    return stage.number(
        "select count(distinct subject) from audit_entry where action = '%s'".formatted(action));
  }

  /** How many can be read again, without asking UPS for any. */
  private String labels(Server server) {
    long before = stage.ups.count("recover");
    String labels = server.body("/ship-door?do=labels");
    assertThat(stage.ups.count("recover")).as("none had to be fetched").isEqualTo(before);
    return labels;
  }
}
