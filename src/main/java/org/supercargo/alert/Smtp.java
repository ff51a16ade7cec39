package org.supercargo.alert;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** A connection to the mail server, opened with the first letter that needs it. */
class Smtp implements AutoCloseable {
  /** For each answer; a whole letter takes about eight of them. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  /** Longer than a letter can take, whatever the server does. */
  static final Duration LONGEST_LETTER = Duration.ofMinutes(10);

  private final Settings settings;
  private final Clock clock;
  private final Session session;
  private @Nullable Transport open;
  private int taken;

  /**
   * @param trust checks the server's certificate; null for the server's own set of trusted ones
   */
  Smtp(Settings settings, Clock clock, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings, trust));
  }

  private static Properties properties(Settings settings, @Nullable SSLSocketFactory trust) {
    String millis = "" + LONGEST_ANSWER.toMillis();
    String security = settings.get(Keys.MAIL_SECURITY);
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.enable", "" + security.equals("tls"));
    properties.setProperty("mail.smtp.starttls.enable", "" + security.equals("starttls"));
    properties.setProperty("mail.smtp.starttls.required", "" + security.equals("starttls"));
    properties.setProperty("mail.smtp.auth", "" + settings.get(Keys.MAIL_USER).isPresent());
    // The name of this machine is nobody's business.
    properties.setProperty("mail.smtp.localhost", settings.get(Keys.PUBLIC_URL).getHost());
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    return properties;
  }

  /** Returns when the mail server has taken it. */
  void send(Outgoing outgoing) throws MessagingException {
    MimeMessage message = message(outgoing);
    try {
      send(message);
    } catch (SendFailedException refused) {
      if (taken == 0 || isOpen()) {
        throw refused;
      }
      // Some servers take only so many letters over one connection: not this one's fault.
      close();
      send(message);
    }
  }

  private void send(MimeMessage message) throws MessagingException {
    transport().sendMessage(message, message.getAllRecipients());
    taken++;
  }

  /** Asks the server. */
  boolean isOpen() {
    Transport transport = open;
    return transport != null && transport.isConnected();
  }

  private Transport transport() throws MessagingException {
    Transport transport = open;
    if (transport == null) {
      transport = session.getTransport("smtp");
      transport.connect(
          settings.get(Keys.MAIL_HOST).orElseThrow(),
          settings.get(Keys.MAIL_PORT),
          settings.get(Keys.MAIL_USER).orElse(null),
          settings.get(Keys.MAIL_PASSWORD).orElse(null));
      open = transport;
    }
    return transport;
  }

  private MimeMessage message(Outgoing outgoing) throws MessagingException {
    MimeMessage message = new Named(session, outgoing.name());
    message.setFrom(new InternetAddress(settings.get(Keys.MAIL_FROM).getFirst()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(outgoing.address()));
    message.setSubject(outgoing.letter().subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    Multipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(outgoing.letter().text(), "plain"));
    both.addBodyPart(part(outgoing.letter().html(), "html"));
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), kind);
    return part;
  }

  @Override
  public void close() {
    Transport transport = open;
    open = null;
    taken = 0;
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException gone) {
        // It was to be closed anyway.
      }
    }
  }

  /** The same name at every trial: who gets a letter twice can tell. */
  private static final class Named extends MimeMessage {
    private final String name;

    Named(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + name + ">");
    }
  }
}
