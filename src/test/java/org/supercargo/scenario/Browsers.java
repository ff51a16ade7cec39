package org.supercargo.scenario;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** One Chromium a thread, as Playwright wants it; each visitor gets a profile of its own in it. */
final class Browsers {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // One process draws all pages: else each way to UPS and back starts two more.
          "--disable-site-isolation-trials",
          "--renderer-process-limit=1");

  private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Browsers::launch);

  private Browsers() {}

  static Browser shared() {
    return RUNNING.get();
  }

  private static Browser launch() {
    Chromium chromium = Chromium.found();
    var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
    chromium.executable().ifPresent(options::setExecutablePath);
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright.chromium().launch(options);
  }
}
