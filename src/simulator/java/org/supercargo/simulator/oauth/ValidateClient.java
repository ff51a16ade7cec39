package org.supercargo.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.World;

/** The first step as it was until 2023, still served by UPS: tells where the log-in page is. */
public final class ValidateClient implements Operation {
  private final World world;

  public ValidateClient(World world) {
    this.world = world;
  }

  @Override
  public String name() {
    return "validate-client";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("GET");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/security/v1/oauth/validate-client");
  }

  @Override
  public Answer answer(Request request) {
    Form query = request.query();
    Client client = Authorization.knownClient(query, world.clients());
    if (!client.registers(query.value("redirect_uri").orElse(""))) {
      throw UpsProblem.badRequest("10400", "Invalid Redirect URL");
    }
    Map<String, String> body = new LinkedHashMap<>();
    body.put("result", "success");
    body.put("type", "ups_com_api");
    body.put("LassoRedirectURL", request.origin() + SignIn.PATH);
    return Answer.json(200, body);
  }
}
