package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supercargo.stage.Server;
import org.supercargo.stage.Traps;

/** Kills a server at each point of making a shipment, and looks at what becomes of it. */
final class ShipKills {
  private static final String SOCKET = "org.supercargo.carrier.ups.UpsShipping#ship";
  private static final String STEPS = "org.supercargo.shipping.OrderSteps#booked";
  private static final String STORING = "org.supercargo.shipping.Storing#keep";

  /** Where a thread stands when the process is killed. */
  enum Point {
    WRITTEN("before the call", "ship.enter", "NotCreated"),
    SENT("after sending", "", "Made"),
    ANSWERED("with the answer, before storing", "ship.exit", "Made"),
    STORING("while storing, before the commit", "booked.exit", "Made"),
    STORED("once it was stored", "keep.exit", "Made");

    final String words;
    private final String trap;
    private final String end;

    Point(String words, String trap, String end) {
      this.words = words;
      this.trap = trap;
      this.end = end;
    }
  }

  private final ShipStage stage;
  private final Traps traps = new Traps(SOCKET, STEPS, STORING);
  private final Server server;
  private final String account;
  private final Map<Point, Map<String, Integer>> ends = new EnumMap<>(Point.class);
  private int times;
  private Instant died = Instant.EPOCH;

  /** Seconds from a kill until all that UPS had made was found. */
  long longest;

  /** How often it ended otherwise than it has to, by point. */
  final Map<Point, Integer> lost = new EnumMap<>(Point.class);

  ShipKills(ShipStage stage) {
    this.stage = stage;
    this.server = stage.node("killed").withJvm(traps.jvm()).starts();
    this.account = stage.connect(server);
    for (Point point : Point.values()) {
      ends.put(point, new TreeMap<>());
      lost.put(point, 0);
    }
  }

  /** One shipment stands at each point; then the process dies, and comes again. */
  void kill() throws Exception {
    times++;
    for (Point point : Point.values()) {
      if (point != Point.SENT) {
        traps.arm(point.trap);
        ships(point);
        eventually(() -> traps.hasCaught(point.trap));
      }
    }
    sendsAndDies();
    Map<Point, String> left = new EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      left.put(point, "%s, %d booked".formatted(state(point), booked(point)));
    }
    server.starts();
    comesToItself();
    stage.settles();
    for (Point point : Point.values()) {
      String end = endOf(point);
      int made = point.end.equals("Made") ? 1 : 0;
      boolean isRight = end.equals("%s, %d to pay, %d labels".formatted(point.end, made, made));
      lost.merge(point, isRight ? 0 : 1, Integer::sum);
      ends.get(point).merge(left.get(point) + " → " + end, 1, Integer::sum);
    }
  }

  /** What the kills at that point left behind, and what became of it. */
  String note(Point point) {
    StringBuilder note = new StringBuilder();
    ends.get(point)
        .forEach(
            (end, often) ->
                note.append(note.isEmpty() ? "" : "; ").append(often + " × ").append(end));
    return note.toString();
  }

  private String key(Point point) {
    return point.name() + times;
  }

  /** In the background; its answer is lost with the process. */
  private void ships(Point point) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                stage.ship(server, account, key(point), key(point), 2);
              } catch (RuntimeException died) {
                return;
              }
            });
  }

  /** UPS has the request and takes its time; it will book all the same. */
  private void sendsAndDies() throws Exception {
    long before = stage.ups.count("ship");
    stage.ups.isSlow("ship", Duration.ofSeconds(3));
    ships(Point.SENT);
    eventually(() -> stage.ups.count("ship") == before + 1);
    server.dies();
    died = Instant.now();
    eventually(() -> booked(Point.SENT) == 1);
  }

  /** Nobody touches the rows: what was made is found soon after its node has died. */
  private void comesToItself() throws Exception {
    for (Point point : Point.values()) {
      String end = point == Point.WRITTEN ? "UNKNOWN" : "CREATED";
      eventually(() -> state(point).equals(end));
    }
    long seconds =
        stage.number("select cast(extract(epoch from max(created_at)) as bigint) from shipment")
            - died.getEpochSecond();
    longest = Math.max(longest, seconds);
  }

  private String state(Point point) throws Exception {
    return stage
        .texts(
            "select s.state from shipment s join shipment_key k on k.shipment_id = s.id"
                + " where k.client_key = '%s'".formatted(key(point)))
        .getFirst();
  }

  private int booked(Point point) {
    return stage.live(key(point)).size();
  }

  /** By all who ask for it again, by UPS's books and by the labels that lie here. */
  private String endOf(Point point) throws Exception {
    String answer = stage.ship(server, account, key(point), key(point), 8);
    List<String> live = stage.live(key(point));
    long labels =
        stage.number(
            "select count(*) from shipment_document d join shipment_key k"
                + " on k.shipment_id = d.shipment_id where d.kind = 'LABEL'"
                + " and d.content is not null and k.client_key = '%s'".formatted(key(point)));
    String kind = answer.contains(",") ? answer : answer.split(" ")[0];
    return "%s, %d to pay, %d labels".formatted(kind, live.size(), labels);
  }
}
