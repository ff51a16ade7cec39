package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.access.PersonAnswer.Done;
import org.supercargo.access.PersonAnswer.NotDone;
import org.supercargo.access.PersonAnswer.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.container.InContainer;

class LastAdministratorIT extends InContainer {
  private static final Actor WHO = new Actor("test", "192.0.2.1");

  @Inject private People people;
  @Inject private AuditTrail trail;

  @BeforeEach
  void onlyAdmin() {
    emptyTheTables();
    restore();
  }

  @AfterEach
  void restore() {
    people.enable(id("admin"), WHO);
    people.give(id("admin"), Role.ADMIN, WHO);
    all(Role.ADMIN).stream()
        .filter(person -> !person.name().equals("admin"))
        .forEach(person -> people.disable(person.id(), WHO));
  }

  @Test
  void refusesToDisableTheLast() {
    assertThat(people.disable(id("admin"), WHO)).isEqualTo(new NotDone(Reason.LAST_ADMINISTRATOR));

    assertThat(all(Role.ADMIN)).filteredOn(PersonView::active).hasSize(1);
    assertThat(trail.find(AuditFilter.ALL, 0, 1))
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo(AuditAction.PERSON_DISABLED))
        .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED));
  }

  @Test
  void refusesToGiveTheLastAnotherRole() {
    assertThat(people.give(id("admin"), Role.AUDITOR, WHO))
        .isEqualTo(new NotDone(Reason.LAST_ADMINISTRATOR));

    assertThat(all(Role.ADMIN)).extracting(PersonView::name).contains("admin");
  }

  @Test
  void countsNoDisabledAdministrator() {
    long other = add("disabled-admin");
    people.disable(other, WHO);

    assertThat(people.disable(id("admin"), WHO)).isEqualTo(new NotDone(Reason.LAST_ADMINISTRATOR));
  }

  @Test
  void leavesOneWhenAllAreDisabledAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<Long> three = List.of(id("admin"), add("second-admin"), add("third-admin"));

      List<PersonAnswer> answers =
          atOnce(
              three.stream()
                  .<Callable<PersonAnswer>>map(id -> () -> people.disable(id, WHO))
                  .toList());

      assertThat(answers).filteredOn(Done.class::isInstance).hasSize(2);
      assertThat(all(Role.ADMIN)).filteredOn(PersonView::active).hasSize(1);
      three.forEach(id -> people.enable(id, WHO));
    }
  }

  private long add(String name) {
    people.add(name, Role.ADMIN, WHO);
    people.enable(id(name), WHO);
    return id(name);
  }

  private long id(String name) {
    return people
        .find(new PeopleQuery(name, null, null, PeopleQuery.Sort.NAME, false, 0, 100))
        .stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<PersonView> all(Role role) {
    return people.find(new PeopleQuery(null, role, null, PeopleQuery.Sort.NAME, false, 0, 1_000));
  }

  static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(deeds)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
