package org.supercargo.scenario;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What may befall a call that makes a shipment, each so often among a hundred calls. */
enum ShipTrouble {
  NONE("no trouble", 64, ups -> {}),
  LATE_IN_VAIN("time-out before booking", 4, ups -> ups.hangsUp("ship", Limits.TOO_LONG)),
  LATE_WORK("time-out, booked afterwards", 4, ups -> ups.isSlow("ship", Limits.TOO_LONG)),
  LATE_ANSWER("time-out after booking", 6, ups -> ups.answersLate("ship", Limits.TOO_LONG)),
  LIMITED("429", 3, ups -> ups.answersNext("ship", 429)),
  DOWN("503 before booking", 3, ups -> ups.answersNext("ship", 503)),
  BROKEN("500 before booking", 2, ups -> ups.answersNext("ship", 500)),
  GATEWAY("503 after booking", 3, ups -> ups.saysAfterWork("ship", 503, "<h1>Unavailable</h1>")),
  BROKE("500 after booking", 2, ups -> ups.saysAfterWork("ship", 500, "{}")),
  CUT("cut before booking", 2, ups -> ups.cutsNextBeforeWork("ship")),
  CUT_AFTER("cut after booking", 3, ups -> ups.cutsNextAfterWork("ship")),
  EMPTY("empty 200 before booking", 2, ups -> ups.answersNext("ship", 200, "")),
  EMPTY_AFTER("empty 200 after booking", 2, ups -> ups.saysAfterWork("ship", 200, ""));

  final String words;
  private final int share;
  private final Consumer<Ups> happens;

  ShipTrouble(String words, int share, Consumer<Ups> happens) {
    this.words = words;
    this.share = share;
    this.happens = happens;
  }

  static ShipTrouble any(Random chance) {
    int left = chance.nextInt(Stream.of(values()).mapToInt(it -> it.share).sum());
    for (ShipTrouble trouble : values()) {
      left -= trouble.share;
      if (left < 0) {
        return trouble;
      }
    }
    throw new IllegalStateException("shares");
  }

  void befalls(Ups ups) {
    happens.accept(ups);
  }

  /** Constants of an enum can't be used by its own. */
  private static final class Limits {
    /** Longer than the servers wait for a label. */
    static final Duration TOO_LONG = Duration.ofSeconds(6);
  }
}
