package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

class HeadersIT extends InBrowser {
  @Test
  void areOnEveryKindOfAnswer() {
    APIRequestContext nobody = visitor().context().request();
    Hired shipper = Staff.hires(Staff.admin(visitor()), "SHIPPER");
    APIRequestContext somebody = Staff.signsIn(visitor(), shipper).context().request();

    hasAll(gets(nobody, "/sign-in"), 200);
    hasAll(gets(nobody, "/people"), 302);
    hasAll(gets(nobody, "/jakarta.faces.resource/supercargo.css.xhtml?ln=supercargo"), 200);
    hasAll(gets(nobody, "/jakarta.faces.resource/nothing.css.xhtml?ln=nothing"), 404);
    hasAll(gets(somebody, "/password"), 200);
    hasAll(gets(somebody, "/nothing-here"), 404);
    hasAll(gets(somebody, "/people"), 403);
  }

  @Test
  void letOnlyOurOwnScriptsRun() {
    APIResponse page = gets(visitor().context().request(), "/sign-in");
    String policy = page.headers().get("content-security-policy");

    assertThat(page.headersArray())
        .filteredOn(h -> h.name.equalsIgnoreCase("content-security-policy"))
        .hasSize(1);
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .containsPattern("form-action 'self' http://(localhost|127\\.0\\.0\\.1):\\d+;")
        .containsPattern("script-src 'self' 'nonce-[^']+'")
        .doesNotContain("unsafe-eval");
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
    assertThat(nonce(page)).isNotEqualTo(nonce(gets(visitor().context().request(), "/sign-in")));
  }

  @Test
  void keepPagesOutOfCachesAndResourcesIn() {
    APIRequestContext nobody = visitor().context().request();

    assertThat(gets(nobody, "/sign-in").headers()).containsEntry("cache-control", "no-store");
    assertThat(gets(nobody, "/people").headers()).containsEntry("cache-control", "no-store");
    assertThat(
            gets(nobody, "/jakarta.faces.resource/supercargo.css.xhtml?ln=supercargo")
                .headers()
                .getOrDefault("cache-control", ""))
        .doesNotContain("no-store");
  }

  @Test
  void tellNeitherVersionNorTrace() {
    APIResponse missing = gets(Staff.admin(visitor()).context().request(), "/nothing-here");

    assertThat(missing.headers()).doesNotContainKey("x-powered-by");
    assertThat(missing.headers().getOrDefault("server", "")).doesNotContainPattern("\\d");
    assertThat(missing.text())
        .contains("Nothing here")
        .doesNotContain("Payara")
        .doesNotContain("at org.");
  }

  @Test
  void refusePostsThatAnotherSiteMade() {
    APIRequestContext admin = Staff.admin(visitor()).context().request();
    APIResponse answer =
        admin.post(
            installation().server().uri() + "/people",
            RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site").setData("x=1"));

    hasAll(answer, 403);
  }

  @Test
  void letEveryPageWorkWithoutAWordInTheConsole() {
    Visitor admin = Staff.admin(visitor());
    for (String page : List.of("/sign-in", "/accounts", "/people", "/audit", "/password")) {
      admin.opens(page);
      admin.page().waitForLoadState();
    }

    assertThat(admin.console())
        .noneMatch(line -> line.startsWith("error") || line.startsWith("warn"));
  }

  private APIResponse gets(APIRequestContext from, String path) {
    return from.get(
        installation().server().uri() + path, RequestOptions.create().setMaxRedirects(0));
  }

  private static void hasAll(APIResponse answer, int status) {
    Map<String, String> headers = answer.headers();
    assertThat(answer.status()).as(answer.url()).isEqualTo(status);
    assertThat(headers)
        .as(answer.url())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsKey("permissions-policy")
        .doesNotContainKey("strict-transport-security");
    assertThat(headers.get("content-security-policy"))
        .as(answer.url())
        .contains("frame-ancestors 'none'");
  }

  private static String nonce(APIResponse page) {
    String policy = page.headers().get("content-security-policy");
    return policy.substring(policy.indexOf("'nonce-"));
  }
}
