package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.api.Origins.Origin;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.fingerprint.Fingerprint;
import org.supercargo.shipping.ShipAnswer;
import org.supercargo.shipping.ShipCommand;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;

/**
 * Shipments: wanted, looked at, taken back. What else is below this path has this class path too:
 * JAX-RS chooses the class with the longest one, and looks no further.
 */
@RequestScoped
@Path("v1/shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {
  @Inject private Shipping shipping;
  @Inject private Calling calling;
  @Inject private Origins origins;
  @Inject private OwnShipments shipments;
  @Inject private Clock clock;
  @Context private UriInfo uri;
  @Context private Request request;

  /** Makes a shipment, once a key, however often it is sent. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.SHIP)
  public Response ship(
      @Nullable ShipRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
    ShipRequest wanted = Wrong.unlessThere(body);
    if (key == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
      throw Refusal.malformed(
          "The header Idempotency-Key is needed: 1 to 255 visible ASCII characters.");
    }
    String asked = Fingerprint.text(org.supercargo.shipping.Json.of(wanted));
    ShipAnswer answer =
        before(key, asked).orElseGet(() -> shipping.ship(command(key, wanted, asked), actor()));
    return Told.of(answer, uri, clock.instant(), shipments::isOwn);
  }

  /**
   * The same body means the same shipment, whatever its location, or its account's address and
   * defaults, have become since.
   */
  private Optional<ShipAnswer> before(String key, String asked) {
    return shipping
        .known(key, actor())
        .filter(shipments::isOwn)
        .flatMap(known -> shipping.again(key, asked, actor()));
  }

  private ShipCommand command(String key, ShipRequest wanted, String asked) {
    Origin origin = origins.of(wanted.account(), wanted.location(), wanted.from());
    long account = origin.account();
    ShipmentOrder order =
        wanted.order(
            shipping.accountNumber(account),
            shipping.shipper(account),
            origin.from(),
            shipping.defaults(account));
    return new ShipCommand(key, account, order, asked);
  }

  private Actor actor() {
    return calling.actor();
  }

  /** Newest first. */
  @GET
  @Needs(Scope.SHIPMENTS_READ)
  public Response list() {
    ShipmentsAsked asked = ShipmentsAsked.of(uri.getQueryParameters());
    Set<Long> among = among(asked.account());
    List<ShipmentRow> found =
        among != null && among.isEmpty() ? List.of() : shipping.list(asked.query(among));
    return Tagged.json(
        request, Listed.by(found, asked.stretch(), asked::cursor, row -> ShipmentJson.of(row)));
  }

  /** One shipment; one of an account that is not the caller's is not there. */
  @GET
  @Path("{id: [1-9][0-9]{0,17}}")
  @Needs(Scope.SHIPMENTS_READ)
  public Response one(@PathParam("id") long id) {
    return Tagged.json(request, ShipmentJson.of(shipments.require(id)));
  }

  /** Takes it back, or some of its packages. May be sent again. */
  @POST
  @Path("{id: [1-9][0-9]{0,17}}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.VOID)
  public Response takeBack(@PathParam("id") long id, @Nullable VoidRequest which) {
    shipments.require(id);
    Set<String> numbers = which == null ? Set.of() : new HashSet<>(which.trackingNumbers());
    if (which != null && (numbers.isEmpty() || numbers.contains(null))) {
      throw Refusal.malformed("Name at least one tracking number, or send no body.");
    }
    return Told.of(shipping.takeBack(id, numbers, actor()), uri);
  }

  /** Asks the carrier for its labels again. */
  @POST
  @Path("{id: [1-9][0-9]{0,17}}/recover")
  @Needs(Scope.SHIPMENTS_READ)
  public Response recover(@PathParam("id") long id) {
    ShipmentView shipment = shipments.requireLive(id);
    return Tagged.json(request, ShipmentJson.of(shipping.recover(shipment.id(), actor())));
  }

  /** Where its packages are. */
  @GET
  @Path("{id: [1-9][0-9]{0,17}}/tracking")
  @Needs(Scope.TRACK)
  public Response tracking(@PathParam("id") long id) {
    shipments.require(id);
    return Tagged.json(request, new Listed<>(shipping.track(id), null));
  }

  /** Null for all accounts. */
  private @Nullable Set<Long> among(@Nullable Long account) {
    if (account == null) {
      return calling.caller().accounts();
    }
    return calling.caller().maySee(account) ? Set.of(account) : Set.of();
  }
}
