package org.supercargo.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks both programs until they answer. */
final class Readiness {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long EVERY_MILLIS = 400;

  /** Payara Micro lives on without the application that it could not deploy. */
  private static final Pattern UNDEPLOYED = Pattern.compile("Exception while \\w+ the app");

  private static final Pattern WRONG_SETTING = Pattern.compile("WrongSetting: ([^\\r\\n]+)");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final List<Child> children;

  Readiness(List<Child> children) {
    this.children = children;
  }

  void await(String address) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!answers(address)) {
      requireAlive();
      if (System.nanoTime() > end) {
        throw new CannotStart(address + " does not answer; the logs say why: " + logs());
      }
      Thread.sleep(EVERY_MILLIS);
    }
  }

  String text(String address) throws IOException, InterruptedException {
    return client.send(request(address), BodyHandlers.ofString()).body();
  }

  private boolean answers(String address) throws InterruptedException {
    try {
      return client.send(request(address), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
  }

  private void requireAlive() throws IOException {
    for (Child child : children) {
      String words = child.words();
      if (!child.isAlive() || UNDEPLOYED.matcher(words).find()) {
        throw new CannotStart(
            child.name() + " did not start" + reason(words) + "; its log: " + child.log());
      }
    }
  }

  private static String reason(String words) {
    Matcher setting = WRONG_SETTING.matcher(words);
    return setting.find() ? ": " + setting.group(1) : "";
  }

  private List<String> logs() {
    return children.stream().map(child -> child.log().toString()).toList();
  }
}
