package org.supercargo.simulator.control;

import java.time.Duration;
import java.util.Map;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.state.Calendar;
import org.supercargo.simulator.state.Limit;
import org.supercargo.simulator.state.SimulatedClock;
import org.supercargo.simulator.state.World;

/**
 * Time: UPS's clock, the parcels' calendar ahead of it, how soon Tracking hears of them, and how
 * many calls a second are taken.
 */
final class ClockRooms {
  private static final long TEN_YEARS = 315_360_000;

  private final SimulatedClock clock;
  private final Calendar calendar;
  private final Limit limit;

  ClockRooms(World world) {
    this.clock = world.clock();
    this.calendar = world.calendar();
    this.limit = world.limit();
  }

  Map<String, Room> rooms() {
    return Map.of(
        "GET /control/clock",
        request -> told(),
        "POST /control/clock",
        this::set,
        "GET /control/limit",
        request -> limited(),
        "POST /control/limit",
        this::limit);
  }

  private record LimitInput(Long callsPerSecond) {}

  private Answer limit(Request request) {
    long calls =
        Input.require(Input.one(request, LimitInput.class).callsPerSecond(), "callsPerSecond");
    Input.between("callsPerSecond", calls, 0, 1_000_000);
    limit.callsPerSecond((int) calls);
    return limited();
  }

  private Answer limited() {
    return Answer.json(200, Map.of("callsPerSecond", limit.callsPerSecond()));
  }

  private record ClockInput(
      Long skewSeconds, Long parcelsAheadSeconds, Long trackableAfterSeconds) {}

  private Answer set(Request request) {
    ClockInput input = Input.one(request, ClockInput.class);
    Input.between("skewSeconds", input.skewSeconds(), -TEN_YEARS, TEN_YEARS);
    Input.between("parcelsAheadSeconds", input.parcelsAheadSeconds(), -TEN_YEARS, TEN_YEARS);
    Input.between("trackableAfterSeconds", input.trackableAfterSeconds(), 0, TEN_YEARS);
    if (input.equals(new ClockInput(null, null, null))) {
      throw ControlProblem.bad(
          "nothing to do: give skewSeconds, parcelsAheadSeconds or trackableAfterSeconds");
    }
    if (input.skewSeconds() != null) {
      clock.skew(Duration.ofSeconds(input.skewSeconds()));
    }
    if (input.parcelsAheadSeconds() != null) {
      calendar.ahead(Duration.ofSeconds(input.parcelsAheadSeconds()));
    }
    if (input.trackableAfterSeconds() != null) {
      calendar.trackableAfter(Duration.ofSeconds(input.trackableAfterSeconds()));
    }
    return told();
  }

  private Answer told() {
    return Answer.json(
        200,
        Json.object(
            "skewSeconds", clock.skew().toSeconds(),
            "now", clock.instant().toString(),
            "parcelsAheadSeconds", calendar.ahead().toSeconds(),
            "parcelsNow", calendar.instant().toString(),
            "trackableAfterSeconds", calendar.trackableAfter().toSeconds()));
  }
}
