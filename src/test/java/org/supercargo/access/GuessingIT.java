package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.access.PersonAnswer.HandOver;
import org.supercargo.access.SignInAnswer.Wait;
import org.supercargo.access.SignInAnswer.Welcome;
import org.supercargo.access.SignInAnswer.Wrong;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.container.InContainer;

class GuessingIT extends InContainer {
  private static final Actor WHO = new Actor("test", "192.0.2.1");

  @Inject private SignIn signIn;
  @Inject private People people;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource database;

  private int addresses;
  private HandOver person;

  @BeforeEach
  void somebody() {
    emptyTheTables();
    String name = "guessed-" + UUID.randomUUID();
    person = (HandOver) people.add(name, Role.SHIPPER, WHO);
  }

  @Test
  void letsTheRightPasswordIn() {
    assertThat(signIn.attempt(person.name().toUpperCase(), person.password(), "192.0.2.7"))
        .isInstanceOfSatisfying(
            Welcome.class, in -> assertThat(in.person().role()).isEqualTo(Role.SHIPPER));
  }

  @Test
  void slowsANameDownFromWhateverAddress() {
    wrong(person.name(), 5);

    assertThat(signIn.attempt(person.name(), person.password(), nextAddress()))
        .as("even the right password")
        .isInstanceOfSatisfying(
            Wait.class,
            wait ->
                assertThat(Duration.between(clock.instant(), wait.until()))
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)));
  }

  @Test
  void answersAlikeForANameThatNobodyHas() {
    String nobody = "nobody-" + UUID.randomUUID();

    List<Class<?>> known = answers(person.name());
    List<Class<?>> unknown = answers(nobody);

    assertThat(unknown).isEqualTo(known);
    assertThat(known).containsExactly(kinds());
  }

  @Test
  void takesAsLongForANameThatNobodyHas() {
    answers(person.name());

    Duration known = quickest(person.name());
    Duration unknown = quickest("nobody-" + UUID.randomUUID());

    assertThat(unknown.toMillis()).isGreaterThan(known.toMillis() / 8);
  }

  @Test
  void slowsAnAddressDownThatTriesManyNames() {
    for (int n = 0; n < 5; n++) {
      assertThat(signIn.attempt("name-" + n, "wrong password", "192.0.2.9"))
          .isInstanceOf(Wrong.class);
    }

    assertThat(signIn.attempt(person.name(), person.password(), "192.0.2.9"))
        .isInstanceOf(Wait.class);
    assertThat(signIn.attempt(person.name(), person.password(), "192.0.2.10"))
        .isInstanceOf(Welcome.class);
  }

  @Test
  void looksAtFivePasswordsWhenFifteenComeAtOnce() throws Exception {
    List<Callable<SignInAnswer>> guesses =
        Collections.nCopies(
            15, () -> signIn.attempt(person.name(), "wrong password", "192.0.2.11"));

    List<SignInAnswer> answers = LastAdministratorIT.atOnce(guesses);

    assertThat(answers).filteredOn(Wrong.class::isInstance).hasSize(5);
  }

  @Test
  void forgetsOnceThePasswordIsRight() {
    wrong(person.name(), 4);
    assertThat(signIn.attempt(person.name(), person.password(), nextAddress()))
        .isInstanceOf(Welcome.class);

    wrong(person.name(), 4);
    assertThat(signIn.attempt(person.name(), person.password(), nextAddress()))
        .isInstanceOf(Welcome.class);
  }

  @Test
  void keepsTheCountInRowsWithoutTheName() throws Exception {
    wrong(person.name(), 1);

    assertThat(column("select subject from sign_in_delay"))
        .hasSize(2)
        .noneMatch(subject -> subject.contains(person.name()));
  }

  @Test
  void writesEveryWrongPasswordDownButNoNameThatNobodyHas() {
    signIn.attempt(person.name(), "wrong password", "192.0.2.12");
    signIn.attempt("My-Secret-Password", "admin", "192.0.2.12");

    List<AuditEntryView> entries = trail.find(AuditFilter.ALL, 0, 2);

    assertThat(entries)
        .extracting(AuditEntryView::action)
        .containsOnly(AuditAction.SIGN_IN_REFUSED);
    assertThat(entries)
        .extracting(AuditEntryView::subject)
        .containsExactly("person unknown", "person " + person.name());
    assertThat(entries).extracting(AuditEntryView::address).containsOnly("192.0.2.12");
  }

  @Test
  void letsADisabledPersonInNoMoreInTheWordsOfAWrongPassword() {
    SignedIn before =
        ((Welcome) signIn.attempt(person.name(), person.password(), nextAddress())).person();
    people.disable(before.personId(), WHO);

    assertThat(signIn.attempt(person.name(), person.password(), nextAddress()))
        .isInstanceOf(Wrong.class);
    assertThat(signIn.still(before)).isEmpty();
  }

  private List<Class<?>> answers(String name) {
    List<Class<?>> answers = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      answers.add(signIn.attempt(name, "wrong password", nextAddress()).getClass());
    }
    return answers;
  }

  private static Class<?>[] kinds() {
    return new Class<?>[] {
      Wrong.class, Wrong.class, Wrong.class, Wrong.class, Wrong.class, Wait.class, Wait.class
    };
  }

  private void wrong(String name, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(signIn.attempt(name, "wrong password", nextAddress())).isInstanceOf(Wrong.class);
    }
  }

  private String nextAddress() {
    addresses++;
    return "198.51.100." + addresses;
  }

  /** Of three rounds of guesses: the machine may do other things meanwhile. */
  private Duration quickest(String name) {
    Duration quickest = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      emptyTheTables();
      long start = System.nanoTime();
      wrong(name, 4);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      quickest = took.compareTo(quickest) < 0 ? took : quickest;
    }
    return quickest;
  }

  private List<String> column(String select) throws Exception {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
