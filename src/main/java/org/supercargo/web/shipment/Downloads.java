package org.supercargo.web.shipment;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Locale;
import org.supercargo.carrier.Document;

/** Papers as files, each the whole answer of a Faces request. */
final class Downloads {
  private Downloads() {}

  static void answer(FacesContext faces, Document paper, String name) throws IOException {
    ExternalContext answer = faces.getExternalContext();
    answer.setResponseContentType(paper.format().mediaType());
    answer.setResponseContentLength(paper.bytes().length);
    answer.setResponseHeader("Content-Disposition", attachment(paper, name));
    answer.getResponseOutputStream().write(paper.bytes());
    faces.responseComplete();
  }

  /** Never shown in place: what a carrier sends may be a page with scripts. */
  static String attachment(Document paper, String name) {
    String ending = paper.format().name().toLowerCase(Locale.ROOT);
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    return "attachment; filename=\"%s.%s\"".formatted(safe, ending);
  }
}
