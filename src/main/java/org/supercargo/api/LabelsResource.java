package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.label.NotPrintable;
import org.supercargo.shipping.label.Sheet;

/** Labels and other papers of a shipment, by media type. */
@RequestScoped
@Path("v1/shipments")
public class LabelsResource {
  private static final String PDF = "application/pdf";
  private static final String GIF = "image/gif";
  private static final String PNG = "image/png";
  private static final String ZPL = "application/zpl";
  private static final String EPL = "application/epl";
  private static final String SPL = "application/spl";

  @Inject private Shipping shipping;
  @Inject private Calling calling;
  @Inject private OwnShipments shipments;
  @Context private Request request;

  /** As PDF all labels on paper, one a sheet; else as the carrier makes them. */
  @GET
  @Path("{id: [1-9][0-9]{0,17}}/labels")
  @Produces({PDF, GIF, PNG, ZPL, EPL, SPL})
  @Needs(Scope.SHIPMENTS_READ)
  public Response labels(
      @PathParam("id") long id,
      @QueryParam("sheet") @Nullable String sheet,
      @QueryParam("package") @Nullable String trackingNumber) {
    ShipmentView shipment = shipments.requireLive(id);
    MediaType type = wanted();
    if (type.toString().equals(PDF)) {
      return Tagged.bytes(request, paper(shipment, trackingNumber, sheet(sheet)).bytes(), type);
    }
    List<Document> labels = labels(shipment, format(type), trackingNumber);
    if (labels.size() > 1 && type.getType().equals("image")) {
      throw Refusal.malformed("There are several labels: name one by ?package=TRACKING-NUMBER.");
    }
    return Tagged.bytes(request, joined(labels), type);
  }

  /** A paper as it came, such as a commercial invoice. */
  @GET
  @Path("{id: [1-9][0-9]{0,17}}/documents/{paper: [1-9][0-9]{0,17}}")
  @Produces(MediaType.WILDCARD)
  @Needs(Scope.SHIPMENTS_READ)
  public Response document(@PathParam("id") long id, @PathParam("paper") long paper) {
    ShipmentView shipment = shipments.require(id);
    Document document = shipping.document(shipment.id(), paper).orElseThrow(Refusal::notFound);
    MediaType type = MediaType.valueOf(document.format().mediaType());
    Response found = Tagged.bytes(request, document.bytes(), type);
    return Response.fromResponse(found)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .build();
  }

  private Document paper(ShipmentView shipment, @Nullable String trackingNumber, Sheet sheet) {
    try {
      return trackingNumber == null
          ? shipping.paper(List.of(shipment.id()), sheet, calling.actor())
          : shipping
              .paper(shipment.id(), trackingNumber, sheet, calling.actor())
              .orElseThrow(Refusal::notFound);
    } catch (NotPrintable broken) {
      throw Refusal.of(Kind.NOT_ACCEPTABLE, "The label can't be put on paper.");
    }
  }

  private List<Document> labels(
      ShipmentView shipment, DocumentFormat format, @Nullable String trackingNumber) {
    return trackingNumber == null
        ? shipping.labels(shipment.id(), format, calling.actor())
        : List.of(
            shipping
                .label(shipment.id(), trackingNumber, format, calling.actor())
                .orElseThrow(Refusal::notFound));
  }

  private MediaType wanted() {
    Variant chosen =
        request.selectVariant(
            Variant.mediaTypes(
                    Arrays.stream(new String[] {PDF, GIF, PNG, ZPL, EPL, SPL})
                        .map(MediaType::valueOf)
                        .toArray(MediaType[]::new))
                .build());
    return chosen == null ? MediaType.valueOf(PDF) : chosen.getMediaType();
  }

  private static DocumentFormat format(MediaType type) {
    return switch (type.toString()) {
      case GIF -> DocumentFormat.GIF;
      case PNG -> DocumentFormat.PNG;
      case ZPL -> DocumentFormat.ZPL;
      case EPL -> DocumentFormat.EPL;
      case SPL -> DocumentFormat.SPL;
      default -> throw Refusal.of(Kind.NOT_ACCEPTABLE, "No label comes so.");
    };
  }

  private static Sheet sheet(@Nullable String word) {
    return switch (word == null ? "LABEL" : word) {
      case "LABEL" -> Sheet.LABEL;
      case "A4" -> Sheet.A4;
      case "LETTER" -> Sheet.LETTER;
      default -> throw Refusal.malformed("sheet is LABEL, A4 or LETTER.");
    };
  }

  /** Programs for printers follow one another. */
  private static byte[] joined(List<Document> labels) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    labels.forEach(label -> all.writeBytes(label.bytes()));
    return all.toByteArray();
  }
}
