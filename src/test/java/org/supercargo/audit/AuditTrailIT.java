package org.supercargo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

class AuditTrailIT extends InContainer {
  private static final Actor ALICE = new Actor("alice", "192.0.2.1");

  @Inject private AuditTrail trail;
  @Resource private UserTransaction transaction;
  @PersistenceContext private EntityManager database;

  @BeforeEach
  void nothing() {
    emptyTheTables();
  }

  @Test
  void keepsWhatIsWrittenOutsideATransaction() {
    trail.write(ALICE, AuditAction.EXPORTED, Outcome.DONE, "UPS A1B2C3", 7L, "why");

    assertThat(trail.find(AuditFilter.ALL, 0, 10))
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("id", "at")
        .isEqualTo(
            new AuditEntryView(
                0,
                Instant.EPOCH,
                "alice",
                "192.0.2.1",
                AuditAction.EXPORTED,
                "UPS A1B2C3",
                7L,
                Outcome.DONE,
                "why"));
  }

  @Test
  void livesAndDiesWithTheDeed() throws Exception {
    transaction.begin();
    trail.write(ALICE, AuditAction.ACCOUNT_DELETED, Outcome.DONE, "UPS A1B2C3", 7L, null);
    transaction.rollback();
    assertThat(trail.count(AuditFilter.ALL)).isZero();

    transaction.begin();
    trail.write(ALICE, AuditAction.ACCOUNT_DELETED, Outcome.DONE, "UPS A1B2C3", 7L, null);
    transaction.commit();
    assertThat(trail.count(AuditFilter.ALL)).isEqualTo(1);
  }

  @Test
  void canNotBeRemovedFrom() throws Exception {
    long id = written();

    transaction.begin();
    try {
      assertThatThrownBy(
              () -> {
                database.remove(database.find(AuditEntry.class, id));
                database.flush();
              })
          .hasStackTraceContaining("append-only");
    } finally {
      transaction.rollback();
    }

    assertThat(trail.count(AuditFilter.ALL)).isEqualTo(1);
  }

  @Test
  void canNotBeChanged() throws Exception {
    long id = written();

    transaction.begin();
    AuditEntry entry = database.find(AuditEntry.class, id);
    var subject = AuditEntry.class.getDeclaredField("subject");
    subject.setAccessible(true);
    subject.set(entry, "forged");
    try {
      database.merge(entry);
      database.flush();
      transaction.commit();
    } catch (RuntimeException refused) {
      transaction.rollback();
    }

    assertThat(trail.find(AuditFilter.ALL, 0, 10))
        .extracting(AuditEntryView::subject)
        .containsExactly("UPS A1B2C3");
  }

  @Test
  void filtersByEverythingItShows() {
    trail.write(ALICE, AuditAction.SIGNED_IN, Outcome.DONE, "person alice", null, null);
    trail.write(
        new Actor("bob", "198.51.100.9"),
        AuditAction.EXPORTED,
        Outcome.FAILED,
        "50% off_sale",
        8L,
        "Ümlaut");

    assertThat(subjects(filter("ALI", null, null, null))).containsExactly("person alice");
    assertThat(subjects(filter(null, AuditAction.EXPORTED, null, null)))
        .containsExactly("50% off_sale");
    assertThat(subjects(filter(null, null, Outcome.FAILED, null))).containsExactly("50% off_sale");
    assertThat(subjects(filter(null, null, null, "0% OFF_"))).containsExactly("50% off_sale");
    assertThat(subjects(filter(null, null, null, "ümlaut"))).containsExactly("50% off_sale");
    assertThat(subjects(filter(null, null, null, "198.51"))).containsExactly("50% off_sale");
    assertThat(subjects(filter(null, null, null, "n_a"))).isEmpty();
    assertThat(subjects(filter("alice", AuditAction.EXPORTED, null, null))).isEmpty();
  }

  @Test
  void filtersByTimeFromItsFirstMomentToBeforeItsLast() {
    trail.write(ALICE, AuditAction.SIGNED_IN, Outcome.DONE, "person alice", null, null);
    Instant at = trail.find(AuditFilter.ALL, 0, 1).getFirst().at();
    Duration tick = Duration.ofNanos(1_000);

    assertThat(trail.count(between(at, at.plus(tick)))).isEqualTo(1);
    assertThat(trail.count(between(at.plus(tick), at.plusSeconds(9)))).isZero();
    assertThat(trail.count(between(at.minusSeconds(9), at))).isZero();
  }

  @Test
  void answersTheNewestOfOneAccount() {
    for (int n = 0; n < 5; n++) {
      trail.write(ALICE, AuditAction.TOKENS_REFRESHED, Outcome.DONE, "UPS " + n, 7L, null);
      trail.write(ALICE, AuditAction.TOKENS_REFRESHED, Outcome.DONE, "UPS other", 8L, null);
    }

    assertThat(trail.ofAccount(7, 3))
        .extracting(AuditEntryView::subject)
        .containsExactly("UPS 4", "UPS 3", "UPS 2");
  }

  @Test
  void handsOverMoreThanABatchWithoutGapOrRepetition() throws Exception {
    transaction.begin();
    for (int n = 0; n < 2_050; n++) {
      trail.write(ALICE, AuditAction.EXPORTED, Outcome.DONE, "n " + n, null, null);
    }
    transaction.commit();

    List<Long> ids = new ArrayList<>();
    trail.each(filter("alice", null, null, null), entry -> ids.add(entry.id()));

    assertThat(ids)
        .hasSize(2_050)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void writesWhatAQueryFindsAsOneByOne() {
    for (long account = 1; account <= 3; account++) {
      trail.write(ALICE, AuditAction.EXPORTED, Outcome.DONE, "UPS " + account, account, null);
    }
    String found =
        "select subject, account_id from audit_entry where account_id = any(?) order by id";
    List<Long> some = List.of(1L, 2L);
    trail.writeEach(ALICE, AuditAction.GRANT_EXPIRED, Outcome.DONE, found, some);
    trail.writeEach(
        new Actor("nightly check", null), AuditAction.GRANT_ACTIVE, Outcome.REFUSED, found, some);

    assertThat(trail.find(AuditFilter.ALL, 4, 1))
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("id", "at")
        .isEqualTo(
            new AuditEntryView(
                0,
                Instant.EPOCH,
                "alice",
                "192.0.2.1",
                AuditAction.GRANT_EXPIRED,
                "UPS 2",
                2L,
                Outcome.DONE,
                null));
    assertThat(trail.find(AuditFilter.ALL, 0, 9))
        .filteredOn(entry -> entry.action() == AuditAction.GRANT_ACTIVE)
        .hasSize(4)
        .allMatch(entry -> entry.address() == null && entry.outcome() == Outcome.REFUSED);
  }

  private long written() {
    trail.write(ALICE, AuditAction.EXPORTED, Outcome.DONE, "UPS A1B2C3", null, null);
    return trail.find(AuditFilter.ALL, 0, 1).getFirst().id();
  }

  private List<String> subjects(AuditFilter filter) {
    assertThat(trail.count(filter)).isEqualTo(trail.find(filter, 0, 100).size());
    return trail.find(filter, 0, 100).stream().map(AuditEntryView::subject).toList();
  }

  private static AuditFilter filter(
      String actor, AuditAction action, Outcome outcome, String text) {
    return new AuditFilter(null, null, actor, action, outcome, null, text);
  }

  private static AuditFilter between(Instant from, Instant until) {
    return new AuditFilter(from, until, null, null, null, null, null);
  }
}
