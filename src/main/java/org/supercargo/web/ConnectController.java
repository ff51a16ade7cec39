package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.account.Arrival;
import org.supercargo.account.Callback;
import org.supercargo.account.Departure;
import org.supercargo.account.Purpose;
import org.supercargo.account.Registration;
import org.supercargo.carrier.Secret;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** The two redirects of the OAuth dance. */
@Controller
@RequestScoped
@Path("/ups")
public class ConnectController {
  @Inject private Registration registration;
  @Inject private CurrentPerson person;
  @Inject private Browser browser;
  @Inject private Returned returned;
  @Inject private FormToken formToken;
  @Context private UriInfo uri;

  /** To the carrier, for a purpose: ADD, or CONNECT or REGENERATE of an account. */
  @POST
  @AllowedTo(Role.ADMIN)
  public Response start(
      @FormParam("purpose") @Nullable String purpose,
      @FormParam("account") @Nullable String account,
      @FormParam("token") @Nullable String token) {
    formToken.require(token);
    Departure departure =
        registration.begin(purpose(purpose, account), person.actor(), browser.secret());
    return switch (departure) {
      case Departure.Leave(URI consentPage) -> leaveFor(consentPage);
      case Departure.Refused(var reason, var said) -> {
        returned.keep(Note.of(reason, said));
        yield leaveFor(page("accounts"));
      }
    };
  }

  /** Back from the carrier. The answer is a redirect: the code leaves the address bar at once. */
  @GET
  @Path("/callback")
  @AllowedTo(Role.ADMIN)
  public Response callback(
      @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @QueryParam("error_description") @Nullable String description) {
    Callback callback = new Callback(secret(state), secret(code), error, description);
    Arrival arrival = registration.complete(callback, person.actor(), browser.secret());
    returned.keep(Note.of(arrival));
    return leaveFor(next(arrival));
  }

  private URI next(Arrival arrival) {
    return switch (arrival) {
      case Arrival.DetailsWanted wanted -> page("register?attempt=" + wanted.attempt());
      case Arrival.Connected connected -> page("registered?account=" + connected.accountId());
      case Arrival.Regenerated done -> page("account?id=" + done.accountId());
      case Arrival.WrongUser wrong -> page("account?id=" + wrong.accountId());
      case Arrival.NotProven open -> page("account?id=" + open.accountId());
      case Arrival.Refused refused -> page("accounts");
    };
  }

  private static Purpose purpose(@Nullable String purpose, @Nullable String account) {
    return switch (purpose == null ? "" : purpose) {
      case "ADD" -> new Purpose.Add();
      case "CONNECT" -> new Purpose.Connect(id(account));
      case "REGENERATE" -> new Purpose.Regenerate(id(account));
      default -> throw new BadRequestException();
    };
  }

  private static long id(@Nullable String account) {
    return Ids.of(account).orElseThrow(BadRequestException::new);
  }

  private static @Nullable Secret secret(@Nullable String value) {
    return value == null ? null : Secret.of(value);
  }

  private URI page(String pathAndQuery) {
    return uri.getBaseUri().resolve("../" + pathAndQuery);
  }

  private Response leaveFor(URI there) {
    return Response.seeOther(there)
        .cookie(browser.cookie())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
