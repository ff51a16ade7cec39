package org.supercargo.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.supercargo.simulator.state.PreparedAnswer;
import org.supercargo.simulator.state.PreparedAnswer.Cut;
import org.supercargo.simulator.state.PreparedAnswers;
import org.supercargo.simulator.state.World;

/**
 * Where every call of the simulated UPS passes: it is booked, met by a prepared answer or by the
 * real work, logged.
 */
public final class Gate implements HttpHandler {
  private static final String NO_OPERATION = "none";

  private final List<Operation> operations;
  private final World world;
  private final PreparedAnswers prepared;
  private final Calls calls;
  private final Consumer<String> log;

  public Gate(
      List<Operation> operations,
      World world,
      PreparedAnswers prepared,
      Calls calls,
      Consumer<String> log) {
    this.operations = operations;
    this.world = world;
    this.prepared = prepared;
    this.calls = calls;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Request request = Request.read(exchange);
    Optional<Operation> operation =
        operations.stream().filter(candidate -> candidate.isAt(request.path())).findFirst();
    String name = operation.map(Operation::name).orElse(NO_OPERATION);
    Call call = new Call(name, world.clock().instant(), request);
    calls.add(call);
    Optional<Answer> answer = meet(operation, request, call);
    log.accept(call.toString());
    if (answer.isPresent()) {
      answer.get().send(exchange);
    } else {
      // Closing before any header was sent closes the connection itself: the client sees its end,
      // not an answer.
      exchange.close();
    }
  }

  /** Empty when the connection is to be cut; what came too fast meets no fault. */
  private Optional<Answer> meet(Optional<Operation> operation, Request request, Call call) {
    if (request.path().startsWith("/api/") && !world.limit().admits()) {
      Answer tooFast = stamped(new UpsProblem(429, "10429", "Too Many Requests").answer(), request);
      call.answered(tooFast.status());
      return Optional.of(tooFast);
    }
    Optional<PreparedAnswer> fault = prepared.take(call.operation());
    fault.ifPresent(slow -> pause(slow.delayMillis()));
    Optional<Answer> answer =
        fault
            .map(prepared -> meet(prepared, operation, request))
            .orElseGet(() -> Optional.of(work(operation, request)));
    fault.ifPresent(slow -> pause(slow.delayAfterMillis()));
    answer.ifPresentOrElse(
        known -> call.answered(known.status()),
        () -> call.cut(fault.flatMap(PreparedAnswer::cut).orElseThrow()));
    return answer;
  }

  private Optional<Answer> meet(
      PreparedAnswer fault, Optional<Operation> operation, Request request) {
    boolean untouched = fault.cut().isEmpty() && !fault.replacesTheWork();
    if (untouched) {
      return Optional.of(work(operation, request));
    }
    if (fault.afterWork() || fault.cut().equals(Optional.of(Cut.AFTER))) {
      work(operation, request);
    }
    return fault.cut().isPresent() ? Optional.empty() : Optional.of(asPrepared(fault));
  }

  private Answer work(Optional<Operation> operation, Request request) {
    Answer answer;
    try {
      answer = admitted(operation, request).answer(request);
      world.save();
    } catch (UpsProblem problem) {
      answer = problem.answer();
    } catch (UncheckedIOException noDisk) {
      log.accept(String.valueOf(noDisk.getMessage()));
      answer = new UpsProblem(500, "10500", "Internal server error").answer();
    }
    return stamped(answer, request);
  }

  private static Answer stamped(Answer answer, Request request) {
    return answer
        .with("x-request-id", UUID.randomUUID().toString())
        .with("bkndtransid", request.header("transid").orElseGet(UUID.randomUUID()::toString));
  }

  private static Operation admitted(Optional<Operation> operation, Request request) {
    Operation found = operation.orElseThrow(() -> new UpsProblem(404, "404", "Not Found"));
    if (!found.allows(request.method())) {
      throw new UpsProblem(405, "405", "Method Not Allowed");
    }
    return found;
  }

  private static Answer asPrepared(PreparedAnswer prepared) {
    return new Answer(
        prepared.status().orElse(200), prepared.headers(), prepared.body().orElse(""));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
