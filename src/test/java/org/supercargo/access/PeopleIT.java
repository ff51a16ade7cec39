package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.access.PasswordAnswer.Changed;
import org.supercargo.access.PasswordAnswer.NotTaken;
import org.supercargo.access.PersonAnswer.HandOver;
import org.supercargo.access.PersonAnswer.NotDone;
import org.supercargo.access.PersonAnswer.Reason;
import org.supercargo.access.SignInAnswer.Welcome;
import org.supercargo.access.SignInAnswer.Wrong;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.container.InContainer;

class PeopleIT extends InContainer {
  private static final Actor WHO = new Actor("test", "192.0.2.1");
  private static final String CHOSEN = "tall green ladder 7";

  @Inject private People people;
  @Inject private SignIn signIn;
  @Inject private AuditTrail trail;

  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource database;

  private HandOver person;
  private SignedIn in;

  @BeforeEach
  void somebodySignedIn() {
    emptyTheTables();
    person = (HandOver) people.add("p-" + UUID.randomUUID(), Role.SHIPPER, WHO);
    in = enter(person.password());
  }

  @Test
  void refusesANameThatIsTakenInAnotherSpelling() {
    assertThat(people.add(" " + person.name().toUpperCase() + " ", Role.ADMIN, WHO))
        .isEqualTo(new NotDone(Reason.NAME_TAKEN));
  }

  @Test
  void addsOneOfTwoWhoGetTheSameNameAtOnce() throws Exception {
    String name = "twin-" + UUID.randomUUID();
    Callable<PersonAnswer> add = () -> people.add(name, Role.SHIPPER, WHO);

    assertThat(LastAdministratorIT.atOnce(List.of(add, add, add, add)))
        .filteredOn(HandOver.class::isInstance)
        .hasSize(1);
  }

  @Test
  void refusesWhatIsNoName() {
    assertThat(people.add("<script>alert(1)</script>", Role.SHIPPER, WHO))
        .isEqualTo(new NotDone(Reason.NAME_NOT_ALLOWED));
  }

  @Test
  void keepsASlowSaltedHashOnly() throws Exception {
    assertThat(hash()).startsWith("PBKDF2WithHmacSHA512:210000:").doesNotContain(person.password());
  }

  @Test
  void writesChangesDownWithoutAnyPassword() {
    HandOver reset = (HandOver) people.resetPassword(in.personId(), WHO);
    people.give(in.personId(), Role.AUDITOR, WHO);
    people.disable(in.personId(), WHO);
    people.enable(in.personId(), WHO);

    List<AuditEntryView> entries = trail.find(AuditFilter.ALL, 0, 100);

    assertThat(entries)
        .extracting(entry -> entry.action().name())
        .startsWith(
            "PERSON_ENABLED", "PERSON_DISABLED", "ROLE_CHANGED", "PASSWORD_RESET", "SIGNED_IN");
    assertThat(entries.toString())
        .doesNotContain(person.password())
        .doesNotContain(reset.password());
  }

  @Test
  void writesNothingDownWhenNothingChanges() {
    long before = trail.count(AuditFilter.ALL);

    people.give(in.personId(), Role.SHIPPER, WHO);
    people.enable(in.personId(), WHO);

    assertThat(trail.count(AuditFilter.ALL)).isEqualTo(before);
    assertThat(signIn.still(in)).contains(in);
  }

  @Test
  void endsSessionsWhenTheRoleChanges() {
    people.give(in.personId(), Role.AUDITOR, WHO);

    assertThat(signIn.still(in)).isEmpty();
    assertThat(enter(person.password()).role()).isEqualTo(Role.AUDITOR);
  }

  @Test
  void endsSessionsWhenThePasswordIsReset() {
    HandOver reset = (HandOver) people.resetPassword(in.personId(), WHO);

    assertThat(signIn.still(in)).isEmpty();
    assertThat(signIn.attempt(person.name(), person.password(), "192.0.2.3"))
        .isInstanceOf(Wrong.class);
    assertThat(enter(reset.password()).name()).isEqualTo(person.name());
  }

  @Test
  void endsADisabledPersonsSessionForGood() {
    people.disable(in.personId(), WHO);
    people.enable(in.personId(), WHO);

    assertThat(signIn.still(in)).isEmpty();
  }

  @Test
  void goesOnWithTheOneSessionThatChangedThePassword() {
    SignedIn elsewhere = enter(person.password());

    PasswordAnswer answer = people.changePassword(in, person.password(), CHOSEN, WHO);

    SignedIn renewed = ((Changed) answer).person();
    assertThat(signIn.still(renewed)).contains(renewed);
    assertThat(signIn.still(elsewhere)).isEmpty();
    assertThat(enter(CHOSEN).mustChangePassword()).isFalse();
  }

  @Test
  void judgesANewPasswordOnlyAfterThePresentOne() {
    assertThat(people.changePassword(in, "not the present one", "short", WHO))
        .isEqualTo(new NotTaken(PasswordProblem.PRESENT_WRONG));
    assertThat(people.changePassword(in, person.password(), "short", WHO))
        .isEqualTo(new NotTaken(PasswordProblem.TOO_SHORT));
    assertThat(people.changePassword(in, person.password(), person.password(), WHO))
        .isEqualTo(new NotTaken(PasswordProblem.UNCHANGED));
  }

  @Test
  void letsNobodyGuessThePresentPasswordInAnOpenSession() {
    for (int n = 0; n < 5; n++) {
      people.changePassword(in, "not the present one", CHOSEN, WHO);
    }

    assertThat(people.changePassword(in, person.password(), CHOSEN, WHO))
        .isEqualTo(new NotTaken(PasswordProblem.TOO_OFTEN));
  }

  @Test
  void findsPeopleByPartsOfTheirNameAlone() {
    assertThat(people.find(query(person.name().substring(2, 20).toUpperCase())))
        .extracting(PersonView::name)
        .containsExactly(person.name());
    assertThat(people.find(query("%"))).isEmpty();
    assertThat(people.count(query("_"))).isZero();
  }

  private static PeopleQuery query(String name) {
    return new PeopleQuery(name, null, null, PeopleQuery.Sort.SIGNED_IN_AT, true, 0, 25);
  }

  private SignedIn enter(String password) {
    return ((Welcome) signIn.attempt(person.name(), password, "192.0.2.2")).person();
  }

  private String hash() throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select password_hash from person where name = ?")) {
      statement.setString(1, person.name());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
