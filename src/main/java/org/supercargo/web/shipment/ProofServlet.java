package org.supercargo.web.shipment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.supercargo.carrier.Document;
import org.supercargo.shipping.DeliveryProof;
import org.supercargo.shipping.Shipping;
import org.supercargo.web.Ids;

/** What shows that a parcel was delivered, as it was heard last. Asks no carrier. */
@WebServlet("/proof")
public class ProofServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Shipping shipping;

  @Override
  protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
    String number = Objects.requireNonNullElse(asked.getParameter("number"), "");
    String which = asked.getParameter("which");
    Optional<Document> found =
        Ids.of(asked.getParameter("account"))
            .flatMap(
                account ->
                    Arrays.stream(DeliveryProof.values())
                        .filter(proof -> proof.name().equals(which))
                        .findFirst()
                        .flatMap(proof -> shipping.proof(account, number, proof)));
    if (found.isEmpty()) {
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    PaperServlet.write(found.get(), answer);
  }
}
