package org.supercargo.simulator.oauth;

import java.util.Optional;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Token;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/**
 * Admits a call of an API. A product that the application lacks looks like a bad token, as it does
 * at UPS.
 */
public final class Bearer {
  private static final String PREFIX = "Bearer ";

  private final World world;

  public Bearer(World world) {
    this.world = world;
  }

  /** The log-in behind the token; empty for a token of client credentials. */
  public Optional<User> admit(Request request, String product) {
    Token token =
        request
            .header("authorization")
            .filter(value -> value.startsWith(PREFIX))
            .flatMap(value -> world.grants().findAccess(value.substring(PREFIX.length())))
            .orElseThrow(Bearer::invalid);
    Client client = world.clients().find(token.clientId()).orElseThrow(Bearer::invalid);
    if (client.blocked()) {
      throw UpsProblem.blockedMerchant();
    }
    if (!client.products().contains(product)) {
      throw invalid();
    }
    return world.users().find(token.user());
  }

  private static UpsProblem invalid() {
    return new UpsProblem(401, "250002", "Invalid Authentication Information.");
  }
}
