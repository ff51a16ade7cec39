package org.supercargo.shipping;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.supercargo.account.Registration;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.scenario.Ups;

/**
 * Lets a test ship from a server in another process: {@code do=connect}, {@code ship}, {@code
 * states} or {@code labels}. No token passes through it.
 */
@WebServlet("/ship-door")
public class ShipDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Actor ROSA = new Actor("rosa", null);

  @Inject private transient Shipping shipping;
  @Inject private transient Registration registration;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(answer(request));
  }

  private String answer(HttpServletRequest request) {
    return switch (request.getParameter("do")) {
      case "connect" -> {
        Ups ups = Ups.at(URI.create(System.getProperty("supercargo.ups.base-url")));
        yield "" + Connected.account(registration, ups, "alice", "A1B2C3", ROSA);
      }
      case "ship" ->
          ship(
              number(request, "account"),
              request.getParameter("key"),
              request.getParameter("reference"),
              (int) number(request, "threads"));
      case "states" -> states();
      case "labels" -> "" + labels();
      default -> throw new IllegalArgumentException(request.getParameter("do"));
    };
  }

  private static long number(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? 1 : Long.parseLong(value);
  }

  /** What the callers got, without repetitions: the kind of answer and the shipment's id. */
  private String ship(long account, String key, String reference, int threads) {
    ShipmentOrder order = Goods.parcels(1, DocumentFormat.ZPL, reference);
    ShipCommand command = new ShipCommand(key, account, order);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        answers.add(callers.submit(() -> told(shipping.ship(command, ROSA))));
      }
    }
    return answers.stream().map(ShipDoor::got).distinct().collect(Collectors.joining(","));
  }

  private static String told(ShipAnswer answer) {
    return switch (answer) {
      case ShipAnswer.Made(ShipmentView it) -> "Made " + it.id();
      case ShipAnswer.Pending(ShipmentView it) -> "Pending " + it.id();
      case ShipAnswer.NotCreated(ShipmentView it) -> "NotCreated " + it.id();
      case ShipAnswer.NotSent(ShipmentView it, var why) -> "NotSent " + it.id();
      case ShipAnswer.Refused(ShipmentView it) -> "Refused " + it.id();
      case ShipAnswer.Held(ShipmentView it) -> "Held " + it.id();
      case ShipAnswer.Wrong(var problems) -> "Wrong " + problems;
      case ShipAnswer.KeyTaken(long id) -> "KeyTaken " + id;
    };
  }

  private static String got(Future<String> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failed) {
      return String.valueOf(failed.getCause());
    }
  }

  /** How many are in which state. */
  private String states() {
    List<ShipmentState> all = new ArrayList<>();
    shipping.each(ShipmentQuery.newest(1), row -> all.add(row.state()));
    return all.stream()
        .collect(
            Collectors.groupingBy(state -> state, java.util.TreeMap::new, Collectors.counting()))
        .toString();
  }

  /** How many labels of shipments that were made can be had. */
  private long labels() {
    List<Long> made = new ArrayList<>();
    shipping.each(ShipmentQuery.newest(1).in(ShipmentState.CREATED), row -> made.add(row.id()));
    return made.stream()
        .mapToLong(id -> shipping.labels(id, DocumentFormat.ZPL, ROSA).size())
        .sum();
  }
}
