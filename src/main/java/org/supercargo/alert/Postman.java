package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.supercargo.node.Round;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Writes and sends the e-mails of open alerts, each held by one node while it is sent. What the
 * mail server does not take waits, longer each time. A letter is sent again only where nobody can
 * know whether the server took it.
 */
@ApplicationScoped
class Postman implements Round {
  private static final Logger LOG = System.getLogger(Postman.class.getName());
  private static final int BATCH = 100;

  @Inject private PostmanSteps steps;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Taken by the server, not yet noted because the database is away. */
  private final Queue<Outgoing> unnoted = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "the sending of e-mails";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void go() {
    note();
    if (settings.get(Keys.MAIL_HOST).isEmpty()) {
      return;
    }
    while (steps.write(BATCH) == BATCH) {
      LOG.log(Level.DEBUG, "more alerts to write e-mails for");
    }
    try (Smtp server = new Smtp(settings, clock, null)) {
      Optional<Outgoing> next = steps.take();
      while (next.isPresent() && delivered(next.get(), server)) {
        next = steps.take();
      }
    }
  }

  /** False when it is no use to try another one now. */
  private boolean delivered(Outgoing outgoing, Smtp server) {
    try {
      server.send(outgoing);
    } catch (MessagingException refused) {
      String words = words(refused);
      LOG.log(
          Level.WARNING,
          "e-mail {0} is not taken: {1}",
          Long.toString(outgoing.mail()),
          words.lines().findFirst().orElse(""));
      steps.failed(outgoing, words);
      return refused instanceof SendFailedException && server.isOpen();
    }
    unnoted.add(outgoing);
    note();
    return true;
  }

  /** Of a refused recipient only the inner exception has the mail server's own words. */
  private static String words(MessagingException refused) {
    String words = String.valueOf(refused.getMessage()).strip();
    Exception inner = refused.getNextException();
    String more = inner == null ? "" : String.valueOf(inner.getMessage()).strip();
    return more.isEmpty() || words.contains(more) ? words : words + "; " + more;
  }

  private void note() {
    for (Outgoing sent = unnoted.peek(); sent != null; sent = unnoted.peek()) {
      steps.sent(sent);
      unnoted.remove(sent);
    }
  }
}
