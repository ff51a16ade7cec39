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
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Scope;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.account.AccountsAfter;

/** The carrier accounts that the caller may use. */
@RequestScoped
@Path("v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
  @Inject private Accounts accounts;
  @Inject private Calling calling;
  @Context private Request request;

  /** Living accounts, oldest first. */
  @GET
  @Needs(Scope.ACCOUNTS_READ)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("status") @Nullable String status,
      @QueryParam("number") @Nullable String number) {
    Stretch stretch = Stretch.of(cursor, limit);
    Set<Long> among = calling.caller().accounts();
    AccountsAfter wanted =
        new AccountsAfter(
            stretch.after(),
            among,
            number == null ? null : number.toUpperCase(Locale.ROOT),
            status == null ? null : status(status),
            stretch.wanted());
    return Tagged.json(
        request,
        Listed.of(accounts.after(wanted), stretch, AccountRow::id, row -> AccountJson.of(row)));
  }

  /** One account, also a deleted one; an account that is not the caller's is not there. */
  @GET
  @Path("{id: [1-9][0-9]{0,17}}")
  @Needs(Scope.ACCOUNTS_READ)
  public Response one(@PathParam("id") long id) {
    if (!calling.caller().maySee(id)) {
      throw Refusal.notFound();
    }
    AccountView view = accounts.view(id).orElseThrow(Refusal::notFound);
    return Tagged.json(request, AccountJson.of(view));
  }

  private static AccountStatus status(String word) {
    return Arrays.stream(AccountStatus.values())
        .filter(status -> status.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.malformed("There is no status " + word + "."));
  }
}
