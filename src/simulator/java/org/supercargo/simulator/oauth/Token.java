package org.supercargo.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.Client;
import org.supercargo.simulator.state.Code;
import org.supercargo.simulator.state.World;

/** Redeems a code, or an application's own credentials. Refreshing has an address of its own. */
public final class Token implements Operation {
  private final World world;
  private final ClientProof proof;

  public Token(World world) {
    this.world = world;
    this.proof = new ClientProof(world.clients());
  }

  @Override
  public String name() {
    return "token";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("POST");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/security/v1/oauth/token");
  }

  @Override
  public Answer answer(Request request) {
    Form form = request.form();
    return switch (form.value("grant_type").orElse("")) {
      case "authorization_code" -> redeem(request, form);
      case "client_credentials" ->
          TokenAnswer.withoutUser(
              world.grants().issueWithoutUser(proof.byBasic(request).clientId()));
      default -> throw UpsProblem.badRequest("10400", "Invalid Grant Type");
    };
  }

  private Answer redeem(Request request, Form form) {
    Optional<String> verifier = form.value("code_verifier");
    Client client = verifier.isPresent() ? proof.byVerifier(request, form) : proof.byBasic(request);
    String redirectUri = form.value("redirect_uri").orElse("");
    if (!client.registers(redirectUri)) {
      throw UpsProblem.badRequest("10400", "Invalid Redirect URL");
    }
    Code code =
        world
            .codes()
            .redeem(
                form.value("code").orElse(""),
                candidate ->
                    candidate.clientId().equals(client.clientId())
                        && candidate.redirectUri().equals(redirectUri)
                        && candidate.challenge().equals(verifier.map(Token::challenge)))
            .orElseThrow(() -> UpsProblem.badRequest("10400", "Invalid authorization code"));
    return TokenAnswer.full(world.grants().issue(client.clientId(), code.user()));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
