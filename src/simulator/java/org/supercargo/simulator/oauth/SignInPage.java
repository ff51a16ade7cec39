package org.supercargo.simulator.oauth;

import java.net.URI;
import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.UpsProblem;

/** The HTML of the log-in pages. */
final class SignInPage {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s - UPS simulator</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/lasso/signin.css">
      </head>
      <body>
      <header><strong>UPS simulator</strong> <span>stands in for the log-in pages of ups.com</span></header>
      <main>
      <h1>%1$s</h1>
      %2$s</main>
      </body>
      </html>
      """;

  private static final String FORM =
      """
      <p>to connect <strong>%s</strong> with your UPS account</p>
      %s<form method="post" action="/lasso/signin">
      %s%s<button id="cancel" name="cancel" value="1" formnovalidate>Cancel</button>
      </form>
      """;

  private static final String NAME_FIELDS =
      """
      <label for="user">User name</label>
      <input id="user" name="user" value="%s" autocomplete="off" autocapitalize="none" spellcheck="false" required autofocus>
      <p class="agree"><input type="checkbox" id="agree" name="agree" value="1">
      <label for="agree">I agree to the UPS Technology Agreement</label></p>
      <button id="continue" class="main">Continue</button>
      """;

  private static final String PASSWORD_FIELDS =
      """
      <input type="hidden" name="agree" value="1">
      <label for="user">User name</label>
      <input id="user" name="user" value="%s" readonly>
      <label for="password">Password</label>
      <input type="password" id="password" name="password" autocomplete="off" required autofocus>
      <button id="login" class="main">Log In</button>
      """;

  private SignInPage() {}

  static Answer name(Authorization wish, String user, Optional<String> error) {
    return page("Log in", form(wish, NAME_FIELDS.formatted(escape(user)), error), origin(wish));
  }

  static Answer password(Authorization wish, String user, Optional<String> error) {
    return page(
        "Enter your password",
        form(wish, PASSWORD_FIELDS.formatted(escape(user)), error),
        origin(wish));
  }

  /** Nobody is sent anywhere: neither client nor address can be trusted here. */
  static Answer refusal(UpsProblem problem) {
    Answer told = problem.answer();
    String text =
        "<p class=\"error\" role=\"alert\" id=\"error\">" + escape(problem.message()) + "</p>\n";
    Answer page = page("This link does not work", text, "");
    return new Answer(told.status(), page.headers(), page.body());
  }

  private static String form(Authorization wish, String fields, Optional<String> error) {
    StringBuilder hidden = new StringBuilder();
    wish.carried()
        .values()
        .forEach(
            (name, value) ->
                hidden.append(
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n"
                        .formatted(name, escape(value))));
    String alert =
        error
            .map(
                text -> "<p class=\"error\" role=\"alert\" id=\"error\">" + escape(text) + "</p>\n")
            .orElse("");
    return FORM.formatted(escape(wish.client().displayName()), alert, hidden, fields);
  }

  private static Answer page(String title, String content, String goesBackTo) {
    String policy =
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors"
            + " 'none'; form-action 'self' "
            + goesBackTo;
    return Answer.of(200)
        .with("Content-Type", "text/html;charset=UTF-8")
        .with("Content-Security-Policy", policy.strip())
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store")
        .saying(FRAME.formatted(title, content));
  }

  /** Browsers hold form-action against the redirect that answers a form, too. */
  private static String origin(Authorization wish) {
    URI uri = URI.create(wish.redirectUri());
    return uri.getRawAuthority() == null
        ? uri.getScheme() + ":"
        : uri.getScheme() + "://" + uri.getRawAuthority();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
