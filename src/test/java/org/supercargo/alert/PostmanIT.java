package org.supercargo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.container.InContainer;
import org.supercargo.container.TestClock;
import org.supercargo.container.TestSettings;

/** E-mails from the row to a real mail server, which may be down, or not like them. */
class PostmanIT extends InContainer {
  private static final Actor ROSA = new Actor("rosa", null);
  private static final String ACCOUNT =
      "insert into carrier_account (id, carrier, number, live_key, grant_id, verification, nickname,"
          + " nickname_key, account_country, account_postal, company, company_key, contact_name,"
          + " address_line1, city, country, phone, email, created_at, version) values (%1$d, 'UPS',"
          + " 'N%1$05d', 'UPS:N%1$05d', %1$d, 'PROVEN', '<b>Dock</b>', 'dock', 'US', '30328', 'Co',"
          + " 'co', 'Rosa', 'Street', 'Atlanta', 'US', '+14045550123', 'r@p.example',"
          + " current_timestamp, 0)";

  @Inject Alerts alerts;
  @Inject Announcing announcing;
  @Inject Postman postman;
  @Inject PostmanSteps steps;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource database;

  private final String rosa = "rosa-" + UUID.randomUUID() + "@example.com";
  private final String ines = "ines-" + UUID.randomUUID() + "@example.com";

  @BeforeEach
  void setUpMail() {
    emptyTheTables();
    TestSettings.set("supercargo.mail.security", "plain");
    TestSettings.set("supercargo.mail.from", "supercargo@example.com");
    TestSettings.set("supercargo.mail.retry-after", "PT1S");
    TestSettings.set("supercargo.alert.recipients", rosa + "," + ines);
  }

  @AfterEach
  void putBack() {
    TestSettings.reset();
    TestClock.wakesUp();
  }

  @Test
  void sendsEachRecipientOneLetterWithALinkHoweverManySend() throws Exception {
    raise(1, 15);
    mailIsOn();
    inParallel(
        4,
        () -> {
          announcing.go();
          postman.go();
          return null;
        });
    eventually(() -> inbox(rosa).size() == 15 && inbox(ines).size() == 15);
    // The server has a letter a moment before its row says so.
    eventually(() -> texts("select id from alert_mail where state = 'SENT'").size() == 30);
    postman.go();
    assertThat(inbox(rosa)).hasSize(15).doesNotHaveDuplicates();
    assertThat(inbox(ines)).hasSize(15);
    assertThat(inbox(rosa).getFirst())
        .contains("/account?id=", "&do=regenerate", "&lt;b&gt;Dock&lt;/b&gt;");
    assertThat(alerts.list(true, 0, 1).getFirst().mail().sent()).isEqualTo(2);
  }

  @Test
  void keepsWhatAServerThatIsDownDoesNotTakeAndSendsItOnceItIsUp() throws Exception {
    raise(1, 2);
    mailAt("1");
    eventually(() -> !texts("select why from alert_mail where why is not null").isEmpty());
    assertThat(texts("select state from alert_mail")).hasSize(4).containsOnly("WAITING");
    assertThat(alerts.list(true, 0, 10))
        .allSatisfy(alert -> assertThat(alert.mail().waiting()).isEqualTo(2))
        .anySatisfy(alert -> assertThat(alert.mail().why()).contains("127.0.0.1"));
    mailIsOn();
    eventually(() -> inbox(rosa).size() == 2 && inbox(ines).size() == 2);
    eventually(() -> texts("select id from alert_mail where state = 'SENT'").size() == 4);
  }

  @Test
  void keepsWhatAServerRejectsAndTriesLessAndLess() throws Exception {
    raise(1, 1);
    try (Rejecting server = new Rejecting()) {
      mailAt(server.port());
      eventually(() -> texts("select id from alert_mail where attempts >= 2").size() == 2);
      assertThat(texts("select why from alert_mail")).allMatch(why -> why.contains("no such user"));
      assertThat(texts("select state from alert_mail")).containsOnly("WAITING");
    }
    mailIsOn();
    eventually(() -> inbox(rosa).size() == 1 && inbox(ines).size() == 1);
  }

  @Test
  void goesOnOverANewConnectionWhereTheServerTakesThreeLettersOverOne() throws Exception {
    TestSettings.set("supercargo.mail.retry-after", "PT10M");
    raise(1, 5);
    try (Tired server = new Tired(3)) {
      mailAt(server.port());
      eventually(() -> texts("select id from alert_mail where state = 'SENT'").size() == 10);
      assertThat(texts("select id from alert_mail where attempts > 1")).isEmpty();
      assertThat(server.taken()).isEqualTo(10);
    }
  }

  @Test
  void leavesTheRestAloneWhereTheServerHangsUpOnTheFirst() throws Exception {
    TestSettings.set("supercargo.mail.retry-after", "PT10M");
    raise(1, 5);
    eventually(() -> texts("select id from alert where announced_at is null").isEmpty());
    try (Tired server = new Tired(0)) {
      mailAt(server.port());
      postman.go();
      assertThat(texts("select id from alert_mail where attempts > 0")).hasSizeLessThan(10);
    }
  }

  @Test
  void sendsNothingOfWhatIsRenewedOrDoneMeanwhile() throws Exception {
    raise(1, 3);
    mailAt("1");
    eventually(() -> texts("select id from alert_mail").size() == 6);
    alerts.renewed(1);
    alerts.done(alerts.list(true, 0, 10).getFirst().id(), ROSA);
    mailIsOn();
    eventually(() -> texts("select id from alert_mail where state = 'WAITING'").isEmpty());
    assertThat(inbox(rosa)).hasSize(1);
    assertThat(texts("select id from alert_mail where state = 'DROPPED'")).hasSize(4);
  }

  @Test
  void takesOverWhatANodeHeldThatDied() throws Exception {
    raise(1, 1);
    TestSettings.set("supercargo.alert.recipients", rosa);
    eventually(() -> texts("select id from alert where announced_at is null").isEmpty());
    steps.write(10);
    assertThat(steps.take()).isPresent();
    mailIsOn();
    postman.go();
    assertThat(inbox(rosa)).as("somebody has it").isEmpty();
    TestClock.sleeps(Duration.ofMinutes(11));
    eventually(() -> inbox(rosa).size() == 1);
  }

  @Test
  void writesToTheAccountsOwnRecipientsInsteadOfThoseForAll() throws Exception {
    raise(1, 2);
    String own = "own-" + UUID.randomUUID() + "@example.com";
    alerts.tell(1, "UPS N00001", own, ROSA);
    mailIsOn();
    eventually(() -> inbox(own).size() == 1 && inbox(rosa).size() == 1);
    eventually(() -> texts("select id from alert_mail where state = 'WAITING'").isEmpty());
    assertThat(inbox(rosa)).hasSize(1);
  }

  @Test
  void writesWhatIsStillOpenOnceMailIsSwitchedOn() throws Exception {
    raise(1, 1);
    eventually(() -> texts("select id from alert where announced_at is null").isEmpty());
    postman.go();
    assertThat(texts("select id from alert_mail")).isEmpty();
    assertThat(alerts.areMailed()).isFalse();
    mailIsOn();
    eventually(() -> inbox(rosa).size() == 1);
  }

  private void raise(int first, int many) throws SQLException {
    List<Long> grants = new ArrayList<>();
    for (long id = first; id < first + many; id++) {
      does(
          "insert into carrier_grant (id, carrier, state, generation, issued_at, access_expires_at,"
              + " dies_at, connected_by, created_at, fence, version) values (%d, 'UPS', 'ACTIVE', 1,"
                  .formatted(id)
              + " current_timestamp, current_timestamp, current_timestamp, 'rosa',"
              + " current_timestamp, 0, 0)");
      does(ACCOUNT.formatted(id));
      grants.add(id);
    }
    alerts.raise(grants, AlertKind.ENDS_SOON, 7);
  }

  private static void mailIsOn() {
    mailAt(System.getProperty("supercargo.test.smtp"));
  }

  private static void mailAt(String port) {
    TestSettings.set("supercargo.mail.port", port);
    TestSettings.set("supercargo.mail.host", "127.0.0.1");
  }

  /** The letters' texts and HTML; who never got one has no box. */
  private static List<String> inbox(String address) throws MessagingException, IOException {
    List<String> letters = new ArrayList<>();
    try (Store store = Session.getInstance(new Properties()).getStore("pop3")) {
      int port = Integer.parseInt(System.getProperty("supercargo.test.pop3"));
      store.connect("127.0.0.1", port, address, address);
      Folder box = store.getFolder("INBOX");
      box.open(Folder.READ_ONLY);
      for (Message message : box.getMessages()) {
        Multipart both = (Multipart) message.getContent();
        letters.add(
            message.getHeader("Message-ID")[0]
                + both.getBodyPart(0).getContent()
                + both.getBodyPart(1).getContent());
      }
      box.close();
    } catch (AuthenticationFailedException noBox) {
      return letters;
    }
    return letters;
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  private static <T> void inParallel(int callers, Callable<T> deed) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        all.add(threads.submit(deed));
      }
      for (Future<T> one : all) {
        one.get();
      }
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(condition.call()).isTrue();
  }

  /** A mail server of few words. */
  private abstract static class MailServer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0);

    MailServer() throws IOException {}

    /** Called when all is known that {@link #serve(Socket, BufferedReader)} wants. */
    final void opens() {
      Thread.ofVirtual().start(this::serve);
    }

    String port() {
      return "" + door.getLocalPort();
    }

    private void serve() {
      while (!door.isClosed()) {
        try (Socket caller = door.accept();
            BufferedReader in =
                new BufferedReader(
                    new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
          say(caller, "220 here");
          serve(caller, in);
        } catch (IOException hungUp) {
          // The next one.
        }
      }
    }

    /** One connection, until it is to be hung up. */
    abstract void serve(Socket caller, BufferedReader in) throws IOException;

    static void say(Socket caller, String line) throws IOException {
      caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }

  /** Knows nobody. */
  private static final class Rejecting extends MailServer {
    Rejecting() throws IOException {
      opens();
    }

    @Override
    void serve(Socket caller, BufferedReader in) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(caller, line.startsWith("RCPT") ? "550 no such user" : "250 fine");
      }
    }
  }

  /** Says good-bye after so many letters over one connection, and hangs up. */
  private static final class Tired extends MailServer {
    private final AtomicInteger taken = new AtomicInteger();
    private final int most;

    Tired(int most) throws IOException {
      this.most = most;
      opens();
    }

    int taken() {
      return taken.get();
    }

    @Override
    void serve(Socket caller, BufferedReader in) throws IOException {
      int left = most;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("MAIL") && left-- == 0) {
          say(caller, "421 enough for one connection");
          return;
        }
        say(caller, line.equals("DATA") ? "354 go on" : "250 fine");
        if (line.equals("DATA")) {
          in.lines().takeWhile(text -> !text.equals(".")).forEach(text -> {});
          taken.incrementAndGet();
          say(caller, "250 taken");
        }
      }
    }
  }
}
