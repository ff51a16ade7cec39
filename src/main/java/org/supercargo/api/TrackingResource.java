package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.TrackingView;

/** Where parcels are. The carrier is asked at most every five minutes, unless it did not answer. */
@RequestScoped
@Path("v1/tracking")
@Produces(MediaType.APPLICATION_JSON)
public class TrackingResource {
  private static final int LONGEST = 35;

  @Inject private Shipping shipping;
  @Inject private OwnAccounts own;
  @Context private Request request;

  /** By the number of a parcel, known here or not. */
  @GET
  @Path("{number}")
  @Needs(Scope.TRACK)
  public Response number(
      @PathParam("number") String number, @QueryParam("account") @Nullable String account) {
    TrackingView view = shipping.track(account(account), shown(number));
    if (view.invalid()) {
      throw Refusal.ofCarrier(Kind.CARRIER_REFUSED, said(view));
    }
    return Tagged.json(request, view);
  }

  /** By a reference that was sent along. */
  @GET
  @Needs(Scope.TRACK)
  public Response reference(
      @QueryParam("reference") @Nullable String reference,
      @QueryParam("account") @Nullable String account) {
    if (reference == null) {
      throw Refusal.malformed("reference is needed.");
    }
    return Tagged.json(request, shipping.trackReference(account(account), shown(reference)));
  }

  private long account(@Nullable String account) {
    if (account == null) {
      throw Refusal.malformed("account is needed: the id of the account that asks.");
    }
    return own.require(ShipmentsAsked.id(account));
  }

  private static String shown(String text) {
    if (!text.matches("[\\x20-\\x7e]{1," + LONGEST + "}") || text.isBlank()) {
      throw Refusal.malformed("1 to " + LONGEST + " ASCII characters are looked for.");
    }
    return text.strip();
  }

  private static CarrierMessage said(TrackingView view) {
    return Objects.requireNonNullElseGet(
        view.said(), () -> new CarrierMessage("", "The carrier takes it for no number."));
  }
}
