package org.supercargo.token;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.custody.MasterKeys;
import org.supercargo.scenario.Ups;

/**
 * Lets a test speak to the vault of a server in another process: {@code do=connect}, {@code
 * access}, {@code crowd}, {@code cool}, {@code forget}, {@code rotate} or {@code view}. No token
 * passes through it.
 */
@WebServlet("/test-door")
public class TestDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Tokens tokens;
  @Inject private transient CarrierLogin login;
  @Inject private transient Warm warm;
  @Inject private transient MasterKeys keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(answer(request));
  }

  private String answer(HttpServletRequest request) {
    long grant = number(request, "grant");
    return switch (request.getParameter("do")) {
      case "connect" -> connect((int) number(request, "many"));
      case "access" -> access(grant, (int) number(request, "threads"));
      case "crowd" -> crowd(grant, number(request, "last"), (int) number(request, "threads"));
      case "cool" -> cool(grant);
      case "rotate" -> "" + keys.rotate(new Actor("admin", null));
      case "forget" -> forget(grant, number(request, "last"));
      case "view" -> tokens.view(grant).state() + " " + tokens.view(grant).generation();
      default -> throw new IllegalArgumentException(request.getParameter("do"));
    };
  }

  private static long number(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? 1 : Long.parseLong(value);
  }

  /** What a test changes in a row behind the server's back it does not look for. */
  private String cool(long grant) {
    warm.drop(grant);
    return "";
  }

  private String forget(long first, long last) {
    LongStream.rangeClosed(first, last).forEach(tokens::forget);
    return "";
  }

  /** The ids, separated by commas. */
  private String connect(int many) {
    Ups ups = Ups.at(URI.create(System.getProperty("supercargo.ups.base-url")));
    return LongStream.range(0, many)
        .map(any -> tokens.keepPending("UPS", Consent.of(login, ups, "alice"), "admin"))
        .peek(tokens::activate)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(","));
  }

  /** What the callers got, without repetitions: a generation or the name of an exception. */
  private String access(long grant, int threads) {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        answers.add(callers.submit(() -> access(grant)));
      }
    }
    return answers.stream().map(TestDoor::got).distinct().collect(Collectors.joining(","));
  }

  /** As many threads, each with the next of these grants; how many got what. */
  private String crowd(long first, long last, int threads) {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(threads)) {
      for (long grant = first; grant <= last; grant++) {
        long next = grant;
        callers.execute(() -> answers.merge(access(next), 1, Integer::sum));
      }
    }
    return answers.toString();
  }

  private String access(long grant) {
    try {
      return "" + tokens.accessFor(grant).generation();
    } catch (CarrierException none) {
      return none.getClass().getSimpleName();
    }
  }

  private static String got(Future<String> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failed) {
      return String.valueOf(failed.getCause());
    }
  }
}
