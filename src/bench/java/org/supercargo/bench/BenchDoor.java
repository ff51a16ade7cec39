package org.supercargo.bench;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;
import org.supercargo.audit.Actor;
import org.supercargo.timer.Run;
import org.supercargo.timer.Timers;
import org.supercargo.token.Tokens;

/** Measures inside the real server. */
@WebServlet("/bench-door")
public class BenchDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String NIGHT = "nightly-check";
  private static volatile Tokens vault;
  private static volatile long grant;

  @Inject private transient Tokens tokens;
  @Inject private transient Timers timers;

  /** As a caller does: the token in clear, ready for a header. */
  static String handOut() {
    return vault.accessFor(grant).accessToken().reveal();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    vault = tokens;
    grant = number(request, "grant");
    response.setContentType("text/plain");
    try {
      response.getWriter().print(answer(request));
    } catch (RunnerException | ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(HttpServletRequest request)
      throws RunnerException, InterruptedException, ExecutionException {
    int threads = (int) number(request, "threads");
    return switch (request.getParameter("do")) {
      case "warm" -> "" + WarmRun.score(WarmOurs.class, threads);
      case "crowd" -> "" + Crowd.failed(threads, BenchDoor::handOut);
      case "steady" -> Crowd.steady(threads, BenchDoor::handOut).line();
      case "night" -> night();
      case "night-ended" -> nightEnded();
      default -> throw new IllegalArgumentException(request.getParameter("do"));
    };
  }

  private static long number(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? 1 : Long.parseLong(value);
  }

  private String night() {
    System.gc();
    old().resetPeakUsage();
    heapBefore = old().getUsage().getUsed();
    return "" + timers.runNow(NIGHT, new Actor("bench", null));
  }

  private static volatile long heapBefore;

  /** Milliseconds and the mebibytes by which the old generation grew at most; empty until then. */
  private String nightEnded() {
    Run run = timers.runs(NIGHT, 1).getFirst();
    if (run.endedAt() == null) {
      return "";
    }
    long grown = old().getPeakUsage().getUsed() - heapBefore;
    return Duration.between(run.startedAt(), run.endedAt()).toMillis()
        + " "
        + grown / 1_048_576
        + " "
        + run.outcome()
        + " "
        + run.counts();
  }

  private static MemoryPoolMXBean old() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Tenured"))
        .findFirst()
        .orElseThrow();
  }
}
