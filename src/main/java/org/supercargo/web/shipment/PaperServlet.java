package org.supercargo.web.shipment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.Shipping;
import org.supercargo.web.Ids;

/** A paper as it is kept: pictures to be shown, everything else to be saved. Changes nothing. */
@WebServlet("/paper")
public class PaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Shipping shipping;

  @Override
  protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
    Optional<Long> shipment = Ids.of(asked.getParameter("shipment"));
    Optional<Long> paper = Ids.of(asked.getParameter("id"));
    Optional<Document> found =
        shipment.flatMap(whole -> paper.flatMap(one -> shipping.document(whole, one)));
    if (found.isEmpty()) {
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    write(found.get(), answer);
  }

  static void write(Document paper, HttpServletResponse answer) throws IOException {
    answer.setContentType(paper.format().mediaType());
    answer.setContentLength(paper.bytes().length);
    if (!isPicture(paper.format())) {
      answer.setHeader("Content-Disposition", Downloads.attachment(paper, paper.name()));
    }
    answer.getOutputStream().write(paper.bytes());
  }

  static boolean isPicture(DocumentFormat format) {
    return format == DocumentFormat.GIF || format == DocumentFormat.PNG;
  }
}
