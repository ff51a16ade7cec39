package org.supercargo.scenario;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.HarContentPolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A person at a browser of their own. Elements are named by their ids. */
public final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 60_000;

  /** Where visitors live; one behind the proxy lives where the tests run. */
  static final String ZONE = "Europe/Berlin";

  private static final Duration LONG = Duration.ofMinutes(4);
  private static final String IS_SETTLED =
      "!window.PrimeFaces || (PrimeFaces.ajax.Queue.isEmpty()"
          + " && !document.querySelector('.ui-state-loading'))";
  private static final String IS_STILL =
      "document.getAnimations().every(it => it.playState !== 'running'"
          + " || it.effect.getComputedTiming().endTime === Infinity)"
          + " && !(window.jQuery && jQuery(':animated').length)";

  private final URI home;
  private final BrowserContext context;
  private final List<String> console = new ArrayList<>();
  private Page page;

  private Visitor(URI home, Browser.NewContextOptions options) {
    this.home = home;
    this.context = Browsers.shared().newContext(options.setBaseURL(home.toString()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(
        message -> console.add(message.type() + " " + message.text() + " @ " + message.location()));
    context.onWebError(error -> console.add("error " + error.error()));
    this.page = context.newPage();
  }

  public static Visitor of(Installation installation) {
    return at(installation.server().uri());
  }

  public static Visitor at(URI home) {
    return new Visitor(home, new Browser.NewContextOptions().setTimezoneId(ZONE));
  }

  /** Whose requests come through a proxy that speaks TLS with the browser. */
  static Visitor overTls(Installation installation) {
    return new Visitor(
        installation.server().uri(),
        new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("X-Forwarded-Proto", "https")));
  }

  /** With a window of that width. */
  public static Visitor at(URI home, int width) {
    return new Visitor(
        home, new Browser.NewContextOptions().setViewportSize(width, 900).setTimezoneId(ZONE));
  }

  /** Everything that goes over the wire is written to a file, complete once the visitor is gone. */
  static Visitor recorded(URI home, Path archive) {
    return new Visitor(
        home,
        new Browser.NewContextOptions()
            .setTimezoneId(ZONE)
            .setRecordHarPath(archive)
            .setRecordHarContent(HarContentPolicy.EMBED));
  }

  URI home() {
    return home;
  }

  public Page page() {
    return page;
  }

  public BrowserContext context() {
    return context;
  }

  /** What the browser's console said, each with its type first. */
  public List<String> console() {
    return console;
  }

  /** Goes on in another tab of the same browser; answers the one left behind. */
  public Page opensAnotherTab() {
    Page left = page;
    page = context.newPage();
    return left;
  }

  public void returnsTo(Page tab) {
    page = tab;
  }

  public void opens(String path) {
    page.navigate(home.resolve(path).toString());
  }

  public Locator at(String id) {
    return page.locator("[id=\"" + id + "\"]");
  }

  /** On a page that is there as a whole: scripts are bound to buttons at the end only. */
  public void clicks(String id) {
    page.waitForLoadState();
    at(id).click();
  }

  public void types(String id, String text) {
    Locator input = at(id);
    // Like a person's hand: after an answer the page insists on its own cursor until somebody acts.
    input.dispatchEvent("pointerdown");
    input.fill(text);
  }

  /** Types into the search field of that id, and takes the first of what is found by Enter. */
  public void finds(String id, String text) {
    looksFor(id, text);
    at(id + "_panel")
        .locator(".ui-autocomplete-item[aria-selected=true]")
        .filter(new Locator.FilterOptions().setHasText(text))
        .waitFor();
    at(id + "_input").press("Enter");
    letsThePageSettle();
  }

  /** Types into the search field of that id, and waits for what is found. */
  public void looksFor(String id, String text) {
    Locator input = at(id + "_input");
    input.fill("");
    page.waitForResponse(
        answer -> asked(answer.request().postData()).contains("_query=" + encoded(text)),
        () -> input.pressSequentially(text));
    letsThePageSettle();
  }

  private static String asked(@Nullable String body) {
    return Objects.requireNonNullElse(body, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String reads(String id) {
    return at(id).textContent().strip();
  }

  public boolean sees(String id) {
    return at(id).isVisible();
  }

  /** Waits until it is to be seen, and its page is there as a whole. */
  public Locator awaits(String id) {
    at(id).first().waitFor();
    page.waitForLoadState();
    return at(id).first();
  }

  public void forgetsCookie(String name) {
    context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
  }

  /** Does something that sends a request, and waits until its answer is shown. */
  public void letsBeAnswered(Runnable deed) {
    page.waitForResponse(answer -> answer.request().method().equals("POST"), deed);
    letsThePageSettle();
  }

  /** Until the page has put the cursor into that form. */
  public void awaitsFocusIn(String form) {
    page.locator("form[id=\"" + form + "\"] :focus").waitFor();
  }

  /** Until every background request of the page is answered and shown. */
  public void letsThePageSettle() {
    page.waitForLoadState();
    awaitsThat("the page is settled", () -> says(IS_SETTLED));
  }

  /** As above, and nothing moves or fades any more. */
  void letsThePageStandStill() {
    letsThePageSettle();
    awaitsThat("nothing moves", () -> says(IS_STILL));
  }

  /** What that expression is on the page; no, while another page comes in. */
  boolean says(String expression) {
    try {
      return (boolean) page.evaluate(expression);
    } catch (PlaywrightException left) {
      // It gave way to another page in this moment.
      return false;
    }
  }

  /**
   * Looks again and again until that is so. Playwright's own waiting evaluates text in the page,
   * which the page's policy refuses.
   */
  void awaitsThat(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + LONG + ": " + what);
      }
      page.waitForTimeout(50);
    }
  }

  public String address() {
    return page.url();
  }

  @Override
  public void close() {
    context.close();
  }
}
