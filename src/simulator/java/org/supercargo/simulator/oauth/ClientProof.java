package org.supercargo.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Clients;

/**
 * Tells which application calls: by Basic, or by its bare id when a code verifier will prove the
 * rest.
 */
final class ClientProof {
  private final Clients clients;

  ClientProof(Clients clients) {
    this.clients = clients;
  }

  Client byBasic(Request request) {
    String[] pair = basic(request).orElseThrow(ClientProof::noHeader).split(":", 2);
    if (pair.length < 2) {
      throw noHeader();
    }
    return admit(clients.find(pair[0]).filter(client -> client.secret().equals(pair[1])));
  }

  /** UPS: with PKCE the header must be absent, and the id stands in the form. */
  Client byVerifier(Request request, Form form) {
    if (request.header("authorization").isPresent()) {
      throw noHeader();
    }
    return admit(form.value("client_id").flatMap(clients::find));
  }

  private static Client admit(Optional<Client> found) {
    Client client = found.orElseThrow(() -> new UpsProblem(401, "10401", "ClientId is Invalid"));
    if (client.blocked()) {
      throw UpsProblem.blockedMerchant();
    }
    return client;
  }

  private static Optional<String> basic(Request request) {
    try {
      return request
          .header("authorization")
          .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
          .map(value -> Base64.getDecoder().decode(value.substring(6).trim()))
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  private static UpsProblem noHeader() {
    return UpsProblem.badRequest("10400", "Invalid/Missing Authorization Header");
  }
}
