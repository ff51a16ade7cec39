package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What a visitor has done before a scenario begins: the same pages and forms, sent with the
 * visitor's cookies, but not drawn. A drawn page costs a second of two processors.
 */
final class Errand {
  private final Visitor visitor;
  private final String home;

  private Errand(Visitor visitor) {
    this.visitor = visitor;
    this.home = visitor.home().toString();
  }

  static Errand of(Visitor visitor) {
    return new Errand(visitor);
  }

  void signsIn(String name, String password) {
    Document page = gets(home + "/sign-in");
    Map<String, String> typed = Map.of("sign-in:name", name, "sign-in:word", password);
    Document next = sends(page, "#sign-in", "sign-in:go", typed);
    assertThat(next.location()).as(next.select("#messages").text()).doesNotContain("/sign-in");
    // A script of the page would have kept it.
    Cookie zone = new Cookie("supercargo-zone", UpsConsent.encode(Visitor.ZONE)).setUrl(home);
    visitor.context().addCookies(List.of(zone));
  }

  /** Through UPS's pages to Registration Successful; answers that page's address. */
  String connects(String user, Form form) {
    Document page = gets(home + "/accounts");
    Document ups = sends(page, "#consent-form", "", Map.of("purpose", "ADD"));
    Document word = sends(ups, "form", "continue", Map.of("user", user, "agree", "1"));
    Document open = sends(word, "form", "login", Map.of("password", Ups.PASSWORD));
    Map<String, String> typed = new HashMap<>();
    form.fields().forEach((field, value) -> typed.put("register:" + field, value));
    // The list of states is there once the country has been said.
    Document listed = sends(open, "#register", "register:submit", typed);
    Document done = sends(listed, "#register", "register:submit", typed);
    assertThat(done.select("[id=registered-number]").text())
        .as(done.location() + " " + done.select(".ui-message-error-detail, #messages").text())
        .contains(form.fields().get("number"));
    return done.location();
  }

  private Document gets(String address) {
    return read(visitor.context().request().get(address));
  }

  private Document sends(Document page, String form, String button, Map<String, String> typed) {
    Element found = page.selectFirst(form);
    assertThat(found).as(form + " on " + page.location() + ": " + page.title()).isNotNull();
    Map<String, String> fields = new HashMap<>();
    ((FormElement) found).formData().forEach(it -> fields.put(it.key(), it.value()));
    // A script would write it into the form.
    page.select("script[nonce]").stream()
        .findFirst()
        .ifPresent(script -> fields.put("primefaces.nonce", script.attr("nonce")));
    fields.putAll(typed);
    if (!button.isEmpty()) {
      fields.put(button, "");
    }
    FormData sent = FormData.create();
    fields.forEach(sent::set);
    String to = found.absUrl("action");
    return read(visitor.context().request().post(to, RequestOptions.create().setForm(sent)));
  }

  private static Document read(APIResponse answer) {
    assertThat(answer.ok()).as(answer.url() + " " + answer.status()).isTrue();
    return Jsoup.parse(answer.text(), answer.url());
  }
}
