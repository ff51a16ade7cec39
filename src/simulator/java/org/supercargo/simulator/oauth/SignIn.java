package org.supercargo.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Form;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/**
 * The log-in pages: name and agreement, then the password. The pages carry everything; nothing is
 * kept between them.
 */
public final class SignIn implements Operation {
  static final String PATH = "/lasso/signin";

  private final World world;

  public SignIn(World world) {
    this.world = world;
  }

  @Override
  public String name() {
    return "signin";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("GET") || method.equals("POST");
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(PATH);
  }

  @Override
  public Answer answer(Request request) {
    boolean posted = request.method().equals("POST");
    try {
      Form input = posted ? request.form() : request.query();
      Authorization wish = Authorization.check(input, world.clients());
      return posted ? next(wish, input) : SignInPage.name(wish, "", Optional.empty());
    } catch (UpsProblem problem) {
      return SignInPage.refusal(problem);
    }
  }

  private Answer next(Authorization wish, Form input) {
    String user = input.value("user").map(String::strip).orElse("");
    if (input.has("cancel")) {
      return denied(wish);
    }
    if (user.isEmpty()) {
      return SignInPage.name(wish, user, Optional.of("Please enter your user name."));
    }
    if (!input.has("agree")) {
      return SignInPage.name(
          wish, user, Optional.of("Please agree to the UPS Technology Agreement to go on."));
    }
    if (!input.has("password")) {
      return SignInPage.password(wish, user, Optional.empty());
    }
    return world
        .users()
        .signIn(user, input.value("password").orElse(""))
        .map(known -> granted(wish, known))
        .orElseGet(
            () ->
                SignInPage.password(
                    wish, user, Optional.of("The user name or password is not correct.")));
  }

  private Answer granted(Authorization wish, User user) {
    String code =
        world
            .codes()
            .issue(wish.client().clientId(), wish.redirectUri(), wish.challenge(), user.user());
    return Answer.redirect(wish.backWith(Map.of("code", code)));
  }

  /** UPS documents no denial; this is RFC 6749 section 4.1.2.1. */
  private static Answer denied(Authorization wish) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("error", "access_denied");
    error.put("error_description", "The user denied the request");
    return Answer.redirect(wish.backWith(error));
  }
}
