package org.supercargo.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Clients;

/** A checked wish for a code: by whom, where to, and what goes back with it. */
record Authorization(Client client, String redirectUri, Form parameters) {
  private static final List<String> KEPT =
      List.of(
          "client_id", "redirect_uri", "response_type", "scope", "state", "type", "code_challenge");
  private static final String S256 = "[A-Za-z0-9_-]{43}";

  /**
   * Client and redirect URI first: until both are known to belong together nobody may be
   * redirected.
   */
  static Authorization check(Form parameters, Clients clients) {
    Client client = knownClient(parameters, clients);
    String redirectUri = parameters.value("redirect_uri").orElse("");
    if (!client.registers(redirectUri)) {
      throw UpsProblem.badRequest("10400", "Invalid Redirect URL");
    }
    if (!parameters.value("response_type").equals(Optional.of("code"))) {
      throw UpsProblem.badRequest("10400", "Invalid Response Type");
    }
    if (!parameters.value("code_challenge").map(value -> value.matches(S256)).orElse(true)) {
      throw UpsProblem.badRequest("10400", "Invalid Code Challenge");
    }
    return new Authorization(client, redirectUri, parameters);
  }

  static Client knownClient(Form parameters, Clients clients) {
    Client client =
        parameters
            .value("client_id")
            .flatMap(clients::find)
            .orElseThrow(() -> new UpsProblem(401, "10401", "ClientId is Invalid"));
    if (client.blocked()) {
      throw UpsProblem.blockedMerchant();
    }
    return client;
  }

  Optional<String> challenge() {
    return parameters.value("code_challenge");
  }

  /** What the log-in pages carry from one to the next. */
  Form carried() {
    Map<String, String> values = new LinkedHashMap<>();
    KEPT.forEach(name -> parameters.value(name).ifPresent(value -> values.put(name, value)));
    return new Form(values);
  }

  String backWith(Map<String, String> result) {
    Map<String, String> values = new LinkedHashMap<>(result);
    parameters.value("state").ifPresent(state -> values.put("state", state));
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + new Form(values).encoded();
  }
}
