package org.supercargo.bench;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.ZoneOffset;
import java.util.Set;
import org.supercargo.access.key.ApiKeyAnswer;
import org.supercargo.access.key.ApiKeys;
import org.supercargo.access.key.NewApiKey;
import org.supercargo.access.key.Scope;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.Upload;
import org.supercargo.shipping.batch.Uploaded;

/** What a person would do at a screen before a measure begins, and what only the server can see. */
@WebServlet("/bench-door/ship")
public class BenchShipDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Actor ROSA = new Actor("rosa", null);

  @Inject private transient Batches batches;
  @Inject private transient ApiKeys keys;

  /** A file of shipments; answers the batch's id. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long account = Long.parseLong(request.getParameter("account"));
    Upload upload = new Upload("bench.csv", account, DocumentFormat.GIF, ZoneOffset.UTC);
    Uploaded uploaded = batches.upload(upload, request.getInputStream().readAllBytes(), ROSA);
    response.getWriter().print(((Uploaded.Kept) uploaded).batch());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(answer(request));
  }

  private String answer(HttpServletRequest request) {
    return switch (request.getParameter("do")) {
      case "start" -> "" + batches.start(Long.parseLong(request.getParameter("batch")), ROSA);
      case "key" -> key();
      case "begins" -> begins();
      case "machine" -> machine();
      default -> throw new IllegalArgumentException(request.getParameter("do"));
    };
  }

  private String key() {
    NewApiKey wanted =
        new NewApiKey("bench", Set.of(Scope.RATES), null, null, ApiKeys.MOST_PER_MINUTE);
    return ((ApiKeyAnswer.Made) keys.make(wanted, ROSA)).key();
  }

  private static String begins() {
    System.gc();
    old().resetPeakUsage();
    ManagementFactory.getThreadMXBean().resetPeakThreadCount();
    return machine();
  }

  /** Peak of the old generation in MiB, threads of the platform now and at most. */
  private static String machine() {
    var threads = ManagementFactory.getThreadMXBean();
    return old().getPeakUsage().getUsed() / 1_048_576
        + " "
        + threads.getThreadCount()
        + " "
        + threads.getPeakThreadCount();
  }

  private static MemoryPoolMXBean old() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Tenured"))
        .findFirst()
        .orElseThrow();
  }
}
