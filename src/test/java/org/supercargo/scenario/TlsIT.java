package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * As in production: the server set up by server-config, behind a proxy that speaks TLS. The browser
 * takes the proxy's part; it trusts this machine's own addresses as it trusts TLS.
 */
class TlsIT extends WithVisitors {
  private static Installation own;

  @BeforeAll
  static void start() {
    own = Installation.onPostgres("tls").with("supercargo.public-url", "https://ship.example.com");
    Path boot = Path.of("server-config", "micro", "boot.txt").toAbsolutePath();
    own.server().withMicro("--prebootcommandfile", boot.toString());
    own.starts();
  }

  @AfterAll
  static void close() {
    own.close();
  }

  @Override
  protected Installation installation() {
    return own;
  }

  @Test
  void keepsCookiesToTlsAndBrowsersToo() {
    Visitor browser = welcome(Visitor.overTls(own));
    // On the way back it would be sent to https, which nobody speaks here.
    Administrator.at(browser).signsIn().wantsToAdd().leavesForUps();
    List<Cookie> cookies =
        browser.context().cookies().stream().filter(cookie -> cookie.httpOnly).toList();
    assertThat(cookies)
        .extracting(cookie -> cookie.name)
        .containsExactlyInAnyOrder("supercargo-session", "__Host-supercargo-browser");
    assertThat(cookies)
        .allMatch(cookie -> cookie.secure)
        .allMatch(cookie -> cookie.sameSite == SameSiteAttribute.LAX);

    for (String path : List.of("/sign-in", "/accounts", "/api/v1/accounts", "/nothing-here")) {
      APIResponse answer = browser.context().request().get(own.server().uri() + path);
      assertThat(answer.headers())
          .as(path)
          .containsEntry("strict-transport-security", "max-age=31536000; includeSubDomains")
          .doesNotContainKeys("server", "x-powered-by");
    }
  }
}
