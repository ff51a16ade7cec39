package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supercargo.stage.Server;

/**
 * Orders, each wanted by several callers at once on every node, by a UPS that has its troubles and
 * nodes that are killed again and again.
 */
final class ShipCrowd {
  private static final int WORKERS = 12;
  private static final int CALLERS = 2;
  private static final Duration LONGEST = Duration.ofMinutes(6);

  private final ShipStage stage;
  private final List<Server> nodes;
  private final String account;
  private final int orders;
  private final Random chance;
  private final Map<ShipTrouble, Integer> troubles = new EnumMap<>(ShipTrouble.class);
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private volatile int allowed;

  /** How many callers lost their answer with a node. */
  final AtomicInteger cutOff = new AtomicInteger();

  /** What nobody may be told. */
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  ShipCrowd(ShipStage stage, List<Server> nodes, int orders, long seed) {
    this.stage = stage;
    this.nodes = nodes;
    this.account = stage.connect(nodes.getFirst());
    this.orders = orders;
    this.chance = new Random(seed);
  }

  /** All orders, with the nodes killed in turn, each time in the middle of some of them. */
  void comes(int kills) throws Exception {
    List<Thread> workers =
        Stream.generate(() -> Thread.ofVirtual().start(this::works)).limit(WORKERS).toList();
    int some = orders / (kills + 1);
    for (int i = 0; i < kills; i++) {
      int middle = i * some + some / 2;
      allowed = (i + 1) * some;
      eventually(LONGEST, () -> ended.get() >= middle);
      Server node = nodes.get(i % nodes.size());
      node.dies();
      node.starts();
    }
    allowed = orders;
    for (Thread worker : workers) {
      worker.join();
    }
    stage.ups.dropsPreparedAnswers();
  }

  private void works() {
    for (int order = next.getAndIncrement(); order < orders; order = next.getAndIncrement()) {
      while (order >= allowed) {
        pause();
      }
      happens();
      wanted("order-" + order, "order-" + order);
      ended.incrementAndGet();
    }
  }

  private synchronized void happens() {
    ShipTrouble trouble = ShipTrouble.any(chance);
    troubles.merge(trouble, 1, Integer::sum);
    trouble.befalls(stage.ups);
  }

  /** Sent until somebody has an answer: all of them are of one shipment. */
  private void wanted(String key, String reference) {
    Set<String> ends = new TreeSet<>();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (ends.isEmpty()) {
      Stream.of(answers(key, reference).split(","))
          .filter(answer -> !answer.isEmpty() && !answer.startsWith("NotSent "))
          .forEach(ends::add);
      if (ends.isEmpty() && System.nanoTime() > end) {
        ends.add("nothing");
      }
      pause();
    }
    long shipments = ends.stream().map(it -> it.replaceFirst("\\w+ ", "")).distinct().count();
    if (shipments > 1 || ends.stream().anyMatch(it -> !it.matches("(Made|Pending) \\d+"))) {
      wrong.add(key + " " + ends);
    }
  }

  private String answers(String key, String reference) {
    List<String> answers = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (Server node : nodes) {
      callers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    String answer = answer(node, key, reference);
                    synchronized (answers) {
                      answers.add(answer);
                    }
                  }));
    }
    callers.forEach(ShipCrowd::join);
    return String.join(",", answers);
  }

  /** Empty when the node dies meanwhile, or is not there yet. */
  private String answer(Server node, String key, String reference) {
    try {
      String answer = stage.ship(node, account, key, reference, CALLERS);
      return answer.startsWith("<") ? "" : answer;
    } catch (RuntimeException gone) {
      if (gone.getCause() instanceof HttpTimeoutException) {
        return "hangs";
      }
      cutOff.incrementAndGet();
      return "";
    }
  }

  /** What was found not to have been made is wanted once more, under another key. */
  int comesAgain() throws Exception {
    List<String> keys =
        stage.texts(
            "select k.client_key from shipment_key k join shipment s on s.id = k.shipment_id"
                + " where s.state = 'NOT_CREATED' order by s.id");
    keys.forEach(key -> wanted(key + "-again", key));
    return keys.size();
  }

  /** What befell them. */
  String troubles() {
    return troubles.entrySet().stream()
        .filter(it -> it.getKey() != ShipTrouble.NONE)
        .map(it -> it.getValue() + " × " + it.getKey().words)
        .collect(Collectors.joining(", "));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
