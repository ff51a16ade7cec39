package org.supercargo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.setting.Settings;

class SmtpTest {
  private static final Outgoing LETTER =
      new Outgoing(
          5,
          1,
          1,
          "alert-3.5@supercargo.example",
          "rosa@example.com",
          new Letter("UPS account A1B2C3 (Lager Süd): tokens have ended", "Größe", "<p>Größe</p>"));

  private GreenMail mail;

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void sendsTextAndHtmlUnderANameThatStays() throws Exception {
    Map<String, String> settings = serving(ServerSetup.SMTP);
    for (int trial = 0; trial < 2; trial++) {
      send(settings, null);
    }
    MimeMessage[] got = mail.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got[0].getMessageID()).isEqualTo("<alert-3.5@supercargo.example>");
    assertThat(got[1].getMessageID()).isEqualTo(got[0].getMessageID());
    assertThat(got[0].getSubject()).isEqualTo(LETTER.letter().subject());
    assertThat(got[0].getFrom()[0]).hasToString("supercargo@example.com");
    assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(got[0].getContentType()).startsWith("multipart/alternative");
    Multipart both = (Multipart) got[0].getContent();
    assertThat(both.getCount()).isEqualTo(2);
    assertPart(both.getBodyPart(0), "text/plain", "Größe");
    assertPart(both.getBodyPart(1), "text/html", "<p>Größe</p>");
  }

  private static void assertPart(BodyPart part, String type, String text) throws Exception {
    assertThat(part.getContentType()).startsWith(type);
    assertThat(part.getContent()).isEqualTo(text);
  }

  @Test
  void signsInWhereAUserIsSet() throws Exception {
    Map<String, String> settings = serving(ServerSetup.SMTP);
    mail.getUserManager().setAuthRequired(true);
    mail.setUser("supercargo", "supercargo", "a password");
    settings.put("supercargo.mail.user", "supercargo");
    settings.put("supercargo.mail.password", "another one");
    assertThatThrownBy(() -> send(settings, null))
        .isInstanceOf(AuthenticationFailedException.class)
        .hasMessageNotContaining("another one");
    settings.put("supercargo.mail.password", "a password");
    send(settings, null);
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void speaksTlsFromTheFirstByteAndTrustsNobodyBlindly() throws Exception {
    Map<String, String> settings = serving(ServerSetup.SMTPS);
    settings.put("supercargo.mail.security", "tls");
    assertThatThrownBy(() -> send(settings, null))
        .isInstanceOf(MessagingException.class)
        .hasStackTraceContaining("unable to find valid certification path");
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThatThrownBy(() -> send(settings, new DummySSLSocketFactory()))
        .as("a trusted certificate of another name")
        .isInstanceOf(MessagingException.class);
  }

  @Test
  void goesNotOnInClearTextWhereTheServerLacksStarttls() throws Exception {
    Map<String, String> settings = serving(ServerSetup.SMTP);
    settings.put("supercargo.mail.security", "starttls");
    assertThatThrownBy(() -> send(settings, null))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("STARTTLS");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  private Map<String, String> serving(ServerSetup kind) {
    mail = new GreenMail(kind.dynamicPort());
    mail.start();
    ServerSetup at =
        kind == ServerSetup.SMTPS
            ? mail.getSmtps().getServerSetup()
            : mail.getSmtp().getServerSetup();
    int port = kind == ServerSetup.SMTPS ? mail.getSmtps().getPort() : mail.getSmtp().getPort();
    return new HashMap<>(
        Map.of(
            "supercargo.public-url", "https://supercargo.example",
            "supercargo.mail.host", at.getBindAddress(),
            "supercargo.mail.port", "" + port,
            "supercargo.mail.security", "plain",
            "supercargo.mail.from", "supercargo@example.com"));
  }

  private static void send(Map<String, String> settings, DummySSLSocketFactory trust)
      throws MessagingException {
    Settings read = new Settings(key -> Optional.ofNullable(settings.get(key)));
    try (Smtp server = new Smtp(read, Clock.systemUTC(), trust)) {
      server.send(LETTER);
    }
  }
}
