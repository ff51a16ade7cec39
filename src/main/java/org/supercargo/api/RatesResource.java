package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.api.Origins.Origin;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.shipping.Shipping;

/** Prices: to look and not to buy. */
@RequestScoped
@Path("v1/rates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {
  @Inject private Shipping shipping;
  @Inject private Origins origins;

  /** Sorted by {@code price}, or by {@code arrival}. */
  @POST
  @Needs(Scope.RATES)
  public RatesJson rates(@Nullable RateRequest body, @QueryParam("sort") @Nullable String sort) {
    RateRequest wanted = Wrong.unlessThere(body);
    boolean byArrival = byArrival(sort);
    Origin origin = origins.of(wanted.account(), wanted.location(), wanted.from());
    long account = origin.account();
    RateQuestion question =
        wanted.question(
            shipping.accountNumber(account),
            shipping.shipper(account),
            origin.from(),
            shipping.defaults(account));
    Wrong.none(shipping.problems(account, question));
    return RatesJson.of(shipping.quote(account, question, wanted.wishedBy()), byArrival);
  }

  private static boolean byArrival(@Nullable String sort) {
    return switch (sort == null ? "price" : sort) {
      case "price" -> false;
      case "arrival" -> true;
      default -> throw Refusal.malformed("sort is price or arrival.");
    };
  }
}
