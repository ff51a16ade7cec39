package org.supercargo.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.function.LongPredicate;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.shipping.ShipAnswer;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.VoidReply;

/** What came of shipping and of taking back, as statuses. */
final class Told {
  private Told() {}

  /**
   * @param own whether the caller may see a shipment
   */
  static Response of(ShipAnswer answer, UriInfo uri, Instant now, LongPredicate own) {
    return switch (answer) {
      case ShipAnswer.Made(ShipmentView made) -> shipment(201, made, uri);
      case ShipAnswer.Pending(ShipmentView open) -> shipment(202, open, uri);
      case ShipAnswer.Refused(ShipmentView refused) ->
          throw Refusal.ofCarrier(Kind.CARRIER_REFUSED, said(refused)).about(refused.id());
      case ShipAnswer.NotCreated(ShipmentView gone) ->
          throw Refusal.of(
                  Kind.NOT_CREATED, "It was surely not made. Shipping the goods needs a new key.")
              .about(gone.id());
      case ShipAnswer.NotSent(ShipmentView waits, var why) ->
          throw Refusal.of(why, now).about(waits.id());
      case ShipAnswer.Held(ShipmentView unknown) ->
          throw Refusal.of(
                  Kind.HELD,
                  "Another order just like it may have been made. Send this one again, with this"
                      + " key, when that one is known.")
              .about(unknown.id());
      case ShipAnswer.Wrong(var problems) -> throw Wrong.refusal(problems);
      case ShipAnswer.KeyTaken(long other) -> throw taken(other, own);
    };
  }

  private static Refusal taken(long other, LongPredicate own) {
    Refusal taken =
        Refusal.of(
            Kind.KEY_TAKEN, "This Idempotency-Key was used for another order: nothing was done.");
    return own.test(other) ? taken.about(other) : taken;
  }

  static Response of(VoidReply reply, UriInfo uri) {
    return switch (reply) {
      case VoidReply.Voided(ShipmentView back) -> shipment(200, back, uri);
      case VoidReply.Pending(ShipmentView open) -> shipment(202, open, uri);
      case VoidReply.Refused(ShipmentView stands, CarrierMessage said) ->
          throw Refusal.ofCarrier(Kind.VOID_REFUSED, said).about(stands.id());
      case VoidReply.NotVoidable(ShipmentView stands) ->
          throw Refusal.of(
                  Kind.CONFLICT, "There is nothing to take back: it is " + stands.state() + ".")
              .about(stands.id());
    };
  }

  private static CarrierMessage said(ShipmentView refused) {
    CarrierMessage said = refused.said();
    return said == null ? new CarrierMessage("", "The carrier said no.") : said;
  }

  private static Response shipment(int status, ShipmentView shipment, UriInfo uri) {
    URI there = uri.getBaseUriBuilder().path("v1/shipments/" + shipment.id()).build();
    return Response.status(status)
        .location(URI.create(there.getRawPath()))
        .entity(ShipmentJson.of(shipment))
        .build();
  }
}
