package org.supercargo.simulator.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Clients;

/**
 * An application as it is sent in; what is left out stays as it is, or takes the demo's value for a
 * new one.
 */
record ClientInput(
    String clientId,
    String secret,
    List<String> redirectUris,
    List<String> products,
    Boolean blocked,
    String appName,
    String displayName) {

  Client over(Clients known) {
    Input.require(clientId, "clientId");
    if (!clientId.matches("[\\x21-\\x7e&&[^:]]{1,100}")) {
      throw ControlProblem.bad(
          "clientId must be 1 to 100 visible ASCII characters without a colon");
    }
    Client before = known.find(clientId).orElseGet(() -> Client.demo(List.of()));
    return new Client(
        clientId,
        secret == null ? before.secret() : Input.require(secret, "secret"),
        redirectUris == null ? before.redirectUris() : checkedUris(),
        products == null ? before.products() : List.copyOf(products),
        blocked == null ? before.blocked() : blocked,
        appName == null ? before.appName() : ascii("appName", appName),
        displayName == null ? before.displayName() : ascii("displayName", displayName));
  }

  private List<String> checkedUris() {
    redirectUris.forEach(ClientInput::check);
    return List.copyOf(redirectUris);
  }

  private static void check(String uri) {
    try {
      URI parsed = new URI(Input.require(uri, "redirectUris"));
      if (!parsed.isAbsolute() || parsed.getRawFragment() != null) {
        throw ControlProblem.bad("a redirect URI is absolute and has no fragment: " + uri);
      }
    } catch (URISyntaxException e) {
      throw ControlProblem.bad("this is no redirect URI: " + uri);
    }
  }

  /** Both names travel in headers. */
  private static String ascii(String name, String text) {
    if (!text.matches("[\\x20-\\x7e]+")) {
      throw ControlProblem.bad(name + " must be printable ASCII");
    }
    return text;
  }
}
