package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;
import org.supercargo.shipping.location.LocationsAfter;

/** Where the caller may ship from. */
@RequestScoped
@Path("v1/locations")
@Produces(MediaType.APPLICATION_JSON)
public class LocationsResource {
  @Inject private Locations locations;
  @Inject private Calling calling;
  @Context private Request request;

  /** Active locations, oldest first. */
  @GET
  @Needs(Scope.ACCOUNTS_READ)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
    Stretch stretch = Stretch.of(cursor, limit);
    LocationsAfter wanted =
        new LocationsAfter(stretch.after(), calling.caller().accounts(), stretch.wanted());
    return Tagged.json(
        request,
        Listed.of(locations.after(wanted), stretch, LocationView::id, row -> LocationJson.of(row)));
  }
}
