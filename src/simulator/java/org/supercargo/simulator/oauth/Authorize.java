package org.supercargo.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.World;

/** Sends the browser to the log-in page. */
public final class Authorize implements Operation {
  private final World world;

  public Authorize(World world) {
    this.world = world;
  }

  @Override
  public String name() {
    return "authorize";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("GET");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/security/v1/oauth/authorize");
  }

  @Override
  public Answer answer(Request request) {
    Authorization authorization = Authorization.check(request.query(), world.clients());
    Client client = authorization.client();
    return Answer.redirect(
            request.origin() + SignIn.PATH + "?" + signInQuery(authorization).encoded())
        .with("appname", client.appName())
        .with("displayname", client.displayName());
  }

  /**
   * UPS's order, scope and state there even when empty; the challenge rides along because the page
   * keeps nothing.
   */
  private static Form signInQuery(Authorization authorization) {
    Form given = authorization.parameters();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", authorization.client().clientId());
    query.put("redirect_uri", authorization.redirectUri());
    query.put("response_type", "code");
    query.put("scope", given.value("scope").orElse(""));
    query.put("state", given.value("state").orElse(""));
    query.put("type", "ups_com_api");
    authorization.challenge().ifPresent(challenge -> query.put("code_challenge", challenge));
    return new Form(query);
  }
}
