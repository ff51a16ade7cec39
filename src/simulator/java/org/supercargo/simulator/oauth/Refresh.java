package org.supercargo.simulator.oauth;

import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.World;

/**
 * Gives a new pair for a refresh token, which is then spent. Basic also for a grant that was made
 * with PKCE.
 */
public final class Refresh implements Operation {
  private final World world;
  private final ClientProof proof;

  public Refresh(World world) {
    this.world = world;
    this.proof = new ClientProof(world.clients());
  }

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("POST");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/security/v1/oauth/refresh");
  }

  @Override
  public Answer answer(Request request) {
    Form form = request.form();
    Client client = proof.byBasic(request);
    if (!form.value("grant_type").equals(Optional.of("refresh_token"))) {
      throw UpsProblem.badRequest("10400", "Invalid Grant Type");
    }
    return form.value("refresh_token")
        .flatMap(token -> world.grants().refresh(client.clientId(), token))
        .map(TokenAnswer::full)
        .orElseThrow(() -> UpsProblem.badRequest("10400", "Invalid Refresh Token"));
  }
}
