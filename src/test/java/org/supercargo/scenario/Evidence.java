package org.supercargo.scenario;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.supercargo.stage.Server;

/** Keeps what each visitor of a failed scenario saw: picture, page and console, no secrets. */
final class Evidence implements AfterTestExecutionCallback {
  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    WithVisitors test = (WithVisitors) context.getRequiredTestInstance();
    String name = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
    int number = 0;
    for (Visitor visitor : test.visitors()) {
      keep(visitor, name.replaceAll("[^A-Za-z0-9.]", "_") + "-" + ++number, test.ups());
    }
  }

  private static void keep(Visitor visitor, String name, Ups ups) throws IOException {
    Path folder = Files.createDirectories(Server.folder().resolve("failed"));
    Page page = visitor.page();
    try {
      List<String> secrets = ups.everySecret();
      Files.writeString(folder.resolve(name + ".html"), redacted(page.content(), secrets));
      Files.writeString(
          folder.resolve(name + ".console.txt"),
          redacted(page.url() + "\n" + String.join("\n", visitor.console()), secrets));
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
    } catch (PlaywrightException e) {
      Files.writeString(folder.resolve(name + ".lost.txt"), e.getMessage());
    }
  }

  static String redacted(String text, List<String> secrets) {
    String redacted = text;
    for (String secret : secrets) {
      redacted =
          redacted.replace(secret, "(secret)").replace(UpsConsent.encode(secret), "(secret)");
    }
    return redacted;
  }
}
