package org.supercargo.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.access.key.ApiKeyAnswer.Made;
import org.supercargo.access.key.ApiKeyAnswer.NotMade;
import org.supercargo.access.key.ApiKeyAnswer.Reason;
import org.supercargo.access.key.Introduction.Missing;
import org.supercargo.access.key.Introduction.Refused;
import org.supercargo.access.key.Introduction.Welcome;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.container.InContainer;

class ApiKeysIT extends InContainer {
  private static final Actor WHO = new Actor("test", "192.0.2.1");
  private static final NewApiKey WANTED =
      new NewApiKey("erp", Set.of(Scope.RATES), null, null, 100);

  @Inject private ApiKeys keys;
  @Inject private Callers callers;
  @Inject private Windows windows;
  @Inject private Quota quota;
  @Inject private LastUsed lastUsed;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource database;

  @BeforeEach
  void startFresh() {
    emptyTheTables();
    callers.forgetAll();
  }

  @Test
  void knowsWhoeverShowsAKeyThatWasMade() {
    Caller caller = welcome(made(WANTED));
    assertThat(caller.name()).isEqualTo("key:erp");
    assertThat(caller.scopes()).containsExactly(Scope.RATES);
    assertThat(caller.accounts()).isNull();
    assertThat(caller.perMinute()).isEqualTo(100);
  }

  @Test
  void keepsTheKeysHashOnly() throws SQLException {
    String key = made(WANTED);
    assertThat(everythingIn("api_key")).contains("erp").doesNotContain(key.substring(19));
    assertThat(trail.find(AuditFilter.ALL, 0, 10))
        .extracting(AuditEntryView::toString)
        .noneMatch(entry -> entry.contains(key.substring(19)));
  }

  @Test
  void remembersTheAccountsAKeyIsFor() {
    Set<Long> only = Set.of(3L, 5L);
    String key = made(new NewApiKey("erp", Set.of(Scope.SHIP), only, null, 100));
    Caller caller = welcome(key);
    assertThat(caller.accounts()).isEqualTo(only);
    assertThat(caller.maySee(3)).isTrue();
    assertThat(caller.maySee(4)).isFalse();
    assertThat(keys.find(null, 0, 10).getFirst().accounts()).isEqualTo(only);
  }

  @Test
  void refusesARevokedKeyAtOnce() {
    String key = made(WANTED);
    welcome(key);
    long id = keys.find("erp", 0, 10).getFirst().id();
    assertThat(keys.revoke(id, WHO)).isTrue();
    assertThat(who(key)).isEqualTo(new Refused("This API key was revoked."));
    assertThat(keys.revoke(id, WHO)).isFalse();
    assertThat(keys.revoke(-1, WHO)).isFalse();
  }

  @Test
  void forgetsWithinSecondsWhatAnotherNodeRevoked() throws Exception {
    String key = made(WANTED);
    welcome(key);
    does("update api_key set revoked_at = created_at");
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (who(key) instanceof Welcome && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(who(key)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesAKeyAfterItsEnd() throws SQLException {
    Instant end = clock.instant().plus(Duration.ofHours(1));
    String key = made(new NewApiKey("erp", Set.of(Scope.RATES), null, end, 100));
    welcome(key);
    does("update api_key set expires_at = created_at");
    callers.forgetAll();
    assertThat(who(key)).isEqualTo(new Refused("This API key has expired."));
  }

  @Test
  void tellsOneWhoGuessesNothing() {
    assertThat(who(KeyText.made().text())).isEqualTo(new Refused("There is no such API key."));
    assertThat(who("supercargo_guess")).isEqualTo(new Refused("There is no such API key."));
    assertThat(callers.who("Basic YTpi")).isInstanceOf(Refused.class);
    assertThat(callers.who("Bearer " + "a".repeat(20_000))).isInstanceOf(Refused.class);
    assertThat(callers.who(null)).isInstanceOf(Missing.class);
    assertThat(callers.who(" ")).isInstanceOf(Missing.class);
  }

  @Test
  void refusesWhatIsNoGoodKey() {
    assertNot(new NewApiKey("", Set.of(Scope.RATES), null, null, 1), Reason.NAME_NOT_ALLOWED);
    assertNot(new NewApiKey("a b", Set.of(Scope.RATES), null, null, 1), Reason.NAME_NOT_ALLOWED);
    assertNot(new NewApiKey("a", Set.of(), null, null, 1), Reason.NO_SCOPE);
    assertNot(new NewApiKey("a", Set.of(Scope.RATES), Set.of(), null, 1), Reason.NO_ACCOUNT);
    assertNot(
        new NewApiKey("a", Set.of(Scope.RATES), null, clock.instant(), 1), Reason.EXPIRY_PAST);
    assertNot(
        new NewApiKey("a", Set.of(Scope.RATES), null, null, 0), Reason.PER_MINUTE_OUT_OF_RANGE);
    assertThat(trail.count(AuditFilter.ALL)).isZero();
  }

  @Test
  void givesANameOnceAlsoWhenItsKeyIsRevoked() {
    made(WANTED);
    keys.revoke(keys.find(null, 0, 1).getFirst().id(), WHO);
    assertNot(new NewApiKey("ERP", Set.of(Scope.RATES), null, null, 1), Reason.NAME_TAKEN);
  }

  @Test
  void makesOneOfTwoKeysOfOneNameAtOnce() throws Exception {
    List<Object> answers = atOnce(4, () -> keys.make(WANTED, WHO));
    assertThat(answers).filteredOn(Made.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(NotMade.class::isInstance).hasSize(3);
  }

  @Test
  void writesDownWhoMadeAndRevokedIt() {
    made(WANTED);
    keys.revoke(keys.find(null, 0, 1).getFirst().id(), WHO);
    assertThat(trail.find(AuditFilter.ALL, 0, 10))
        .extracting(e -> e.action() + " " + e.subject() + " " + e.actor())
        .containsExactly("API_KEY_REVOKED API key erp test", "API_KEY_MADE API key erp test");
  }

  @Test
  void writesWhenItWasLastUsedNowAndThen() {
    String key = made(WANTED);
    welcome(key);
    assertThat(keys.find(null, 0, 1).getFirst().usedAt()).isNull();
    lastUsed.go();
    assertThat(keys.find(null, 0, 1).getFirst().usedAt()).isNotNull();
  }

  @Test
  void findsByNameAndBeginningAndPutsTheRevokedLast() {
    made(WANTED);
    made(new NewApiKey("a_b%", Set.of(Scope.RATES), null, null, 1), false);
    made(new NewApiKey("shop", Set.of(Scope.RATES), null, null, 1));
    keys.revoke(keys.find("erp", 0, 1).getFirst().id(), WHO);
    assertThat(keys.find(null, 0, 10)).extracting(ApiKeyView::name).containsExactly("shop", "erp");
    assertThat(keys.count("%")).isZero();
    assertThat(keys.count(keys.find("shop", 0, 1).getFirst().prefix())).isEqualTo(1);
  }

  /** Forty who draw at once, as twenty nodes with two threads would. */
  @Test
  void handsOutNoMoreThanTheLimitToAllNodesTogether() throws Exception {
    List<Object> given = atOnce(40, () -> windows.take("key:1", 100, 5, 100));
    assertThat(given.stream().mapToInt(n -> (int) n).sum()).isEqualTo(100);
    assertThat(windows.take("key:2", 100, 5, 100)).isEqualTo(5);
  }

  @Test
  void letsAMinutesRequestsPassAndSaysHowLongToWait() {
    Caller caller = new Caller("key:x", "key:x", Set.of(), null, 30);
    int passed = 0;
    Duration wait = Duration.ZERO;
    for (int n = 0; n < 90; n++) {
      var refused = quota.take(caller);
      passed += refused.isEmpty() ? 1 : 0;
      wait = refused.orElse(wait);
    }
    // A minute may turn meanwhile.
    assertThat(passed).isBetween(30, 60);
    assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  @Test
  void forgetsWhoHasNotCalledForAnHour() throws SQLException {
    windows.take("key:old", 100, 5, 100);
    windows.take("key:new", Quota.minute(clock.instant()), 5, 100);
    windows.sweep();
    assertThat(everythingIn("api_window")).contains("key:new").doesNotContain("key:old");
  }

  private String made(NewApiKey wanted) {
    return ((Made) keys.make(wanted, WHO)).key();
  }

  private void made(NewApiKey wanted, boolean expected) {
    assertThat(keys.make(wanted, WHO) instanceof Made).isEqualTo(expected);
  }

  private Introduction who(String key) {
    return callers.who("Bearer " + key);
  }

  private Caller welcome(String key) {
    return ((Welcome) who(key)).caller();
  }

  private void assertNot(NewApiKey wanted, Reason why) {
    assertThat(keys.make(wanted, WHO)).isEqualTo(new NotMade(why));
  }

  private static List<Object> atOnce(int callers, Callable<Object> deed) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Object> answers = new ArrayList<>();
      for (Future<Object> answer :
          threads.invokeAll(java.util.Collections.nCopies(callers, deed))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String everythingIn(String table) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      while (rows.next()) {
        for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
          all.append(rows.getString(n)).append('|');
        }
      }
    }
    return all.toString();
  }
}
