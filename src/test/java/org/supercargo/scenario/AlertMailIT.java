package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Settings;

/** From the night through a real mail server to new tokens. */
class AlertMailIT extends WithVisitors {
  private static final Pattern LINK = Pattern.compile("http\\S+/account\\?id=\\d+&do=regenerate");
  private static final int PORT = Ports.free();
  private static Installation own;
  private static GreenMail mail;

  @BeforeAll
  static void start() {
    own = Installation.onPostgres("mail");
    own.with("supercargo.mail.host", "127.0.0.1")
        .with("supercargo.mail.port", "" + PORT)
        .with("supercargo.mail.security", "plain")
        .with("supercargo.mail.from", "supercargo@example.com")
        .with("supercargo.mail.retry-after", "PT1S")
        .with("supercargo.alert.recipients", "ops@example.com")
        .starts();
  }

  @AfterAll
  static void close() {
    own.close();
    if (mail != null) {
      mail.stop();
    }
  }

  @Override
  protected Installation installation() {
    return own;
  }

  @Test
  void waitsForTheMailServerAndLeadsFromTheLetterToNewTokens() throws Exception {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    own.does("update carrier_grant set dies_at = current_timestamp + interval '5' day");
    Night.passes(admin, own);
    awaitMail("WAITING");
    String tried = "select id from alert_mail where why is not null";
    admin.browser().awaitsThat("sending was tried", () -> !own.asks(tried).isEmpty());
    admin.browser().opens("/alerts");
    assertThat(admin.page().locator("[id='alerts:table_data']")).containsText("1 waits, next try");
    assertThat(admin.page().locator("[id='alerts:table_data']")).containsText("127.0.0.1");
    keepPicture(admin, "alerts-mail-waiting");

    mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    awaitMail("SENT");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    MimeMessage letter = mail.getReceivedMessages()[0];
    assertThat(letter.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ops@example.com");
    assertThat(letter.getSubject()).contains("A1B2C3", "within 7 days");
    assertThat(ups().everySecret())
        .noneMatch(secret -> GreenMailUtil.getWholeMessage(letter).contains(secret));
    admin.browser().opens("/alerts");
    assertThat(admin.page().locator("[id='alerts:table_data']")).containsText("Sent to 1");
    showsTheLetter(letter);

    Matcher link =
        LINK.matcher((String) ((Multipart) letter.getContent()).getBodyPart(0).getContent());
    assertThat(link.find()).isTrue();
    Visitor reader = visitor();
    reader.page().navigate(URI.create(link.group()).toString());
    reader.awaits("sign-in:name");
    Staff.tries(reader, "admin", Settings.ADMIN_PASSWORD);
    assertThat(reader.awaits("consent-words")).containsText("A1B2C3");
    Administrator.at(reader).leavesForUps().consentsAs("alice");
    assertThat(reader.awaits("account:result")).containsText("Tokens regenerated");
    assertThat(own.asks("select id from alert where closed_at is null")).isEmpty();
  }

  /** As a mail program would. */
  private void showsTheLetter(MimeMessage letter) throws Exception {
    Visitor program = visitor();
    program
        .page()
        .setContent((String) ((Multipart) letter.getContent()).getBodyPart(1).getContent());
    keepPicture(Administrator.at(program), "letter");
  }

  private static void keepPicture(Administrator who, String name) {
    Path file = Path.of("target", "screens", name + ".png");
    who.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  private void awaitMail(String state) throws InterruptedException {
    String asked = "select id from alert_mail where state = '%s'".formatted(state);
    // It is tried less and less often.
    for (int i = 0; own.asks(asked).isEmpty() && i < 2_400; i++) {
      Thread.sleep(100);
    }
    assertThat(own.asks(asked)).hasSize(1);
  }
}
