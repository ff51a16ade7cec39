package org.supercargo.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Calls;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.PreparedAnswers;
import org.supercargo.simulator.state.World;

/** The door of the control interface: lets in whom it may, finds the room, tells what was wrong. */
public final class Control implements HttpHandler {
  private static final String LOOPBACK_HOST = "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?";

  private final Map<String, Room> rooms = new TreeMap<>();
  private final World world;
  private final Consumer<String> log;

  public Control(
      List<String> operations,
      World world,
      PreparedAnswers prepared,
      Calls calls,
      Consumer<String> log) {
    this.world = world;
    this.log = log;
    rooms.putAll(new InstrumentRooms(operations, prepared, calls).rooms());
    rooms.putAll(new WorldRooms(world).rooms());
    rooms.putAll(new ClockRooms(world).rooms());
    rooms.putAll(new ShipmentRooms(world).rooms());
    rooms.put(
        "POST /control/reset",
        request -> {
          world.reset();
          prepared.clear();
          calls.clear();
          return Answer.json(200, Map.of("reset", true));
        });
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Request request = Request.read(exchange);
    Answer answer = answer(request);
    log.accept("control " + request.method() + " " + request.path() + " " + answer.status());
    answer.send(exchange);
  }

  private Answer answer(Request request) {
    try {
      admit(request);
      Answer answer = room(request).answer(request);
      world.save();
      return answer;
    } catch (ControlProblem problem) {
      return problem.answer();
    } catch (UpsProblem malformedQuery) {
      return ControlProblem.bad("the query is malformed").answer();
    }
  }

  private Room room(Request request) {
    Room room = rooms.get(request.method() + " " + request.path());
    if (room == null) {
      throw new ControlProblem(404, "nothing here; known: " + String.join(", ", rooms.keySet()));
    }
    return room;
  }

  /**
   * A page in the browser of this machine is local, too: its foreign origin or borrowed host name
   * gives it away.
   */
  private static void admit(Request request) {
    boolean local =
        request.from().isLoopbackAddress()
            && request.header("host").map(host -> host.matches(LOOPBACK_HOST)).orElse(true)
            && request.header("origin").equals(Optional.empty());
    if (!local) {
      throw new ControlProblem(403, "the control interface answers programs on this machine only");
    }
  }
}
