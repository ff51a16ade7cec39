package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.TestSettings;

class KeepAliveIT extends InVault {
  @AfterEach
  void putSettingsBack() {
    TestSettings.reset();
  }

  @Test
  void findsWhatHasBeenIdleForFortyFiveDaysTheSoonestToEndFirst() throws SQLException {
    active("alice");
    long younger = aged(45, 60);
    long older = aged(59, 60);
    long middle = aged(50, 60);
    aged(44, 60);
    assertThat(ids(tokens.idle(null, 10))).containsExactly(older, middle, younger);
  }

  @Test
  void findsShorterLivesInTheirLastQuarter() throws SQLException {
    long week = aged(6, 7);
    aged(5, 7);
    long month = aged(23, 30);
    aged(21, 30);
    assertThat(ids(tokens.idle(null, 10))).containsExactly(week, month);
  }

  @Test
  void findsThemBatchByBatchThoughTheyAllEndInOneMoment() throws SQLException {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(aged(46, 60));
    }
    for (long grant : all) {
      execute(
          "update carrier_grant set dies_at = timestamp with time zone '2999-01-01 00:00:00+00',"
              + " issued_at = current_timestamp - interval '46' day where id = ?",
          grant);
    }
    List<Long> found = new ArrayList<>();
    List<Idle> batch = tokens.idle(null, 3);
    assertThat(tokens.countIdle(batch.getLast())).isEqualTo(4);
    while (!batch.isEmpty()) {
      found.addAll(ids(batch));
      batch = tokens.idle(batch.getLast(), 3);
    }
    assertThat(found).containsExactlyElementsOf(all);
  }

  @Test
  void findsNothingThatIsOverOrDecidedOrWhenItIsOff() throws SQLException {
    aged(61, 60);
    for (String state : List.of("PENDING", "NEEDS_CONSENT", "EXPIRED", "DELETED")) {
      execute("update carrier_grant set state = '%s' where id = ?".formatted(state), aged(50, 60));
    }
    assertThat(tokens.idle(null, 10)).isEmpty();
    long uncertain = aged(50, 60);
    execute("update carrier_grant set state = 'UNCERTAIN' where id = ?", uncertain);
    assertThat(ids(tokens.idle(null, 10))).containsExactly(uncertain);
    TestSettings.set("supercargo.nightly.keep-alive-days", "0");
    assertThat(tokens.idle(null, 10)).isEmpty();
  }

  @Test
  void refreshesOnceAlsoWhereTheAccessTokenIsStillGood() throws SQLException {
    aged(50, 60);
    List<Idle> idle = tokens.idle(null, 10);
    assertThat(tokens.keepAlive(idle)).containsExactly(Kept.REFRESHED);
    assertThat(tokens.keepAlive(idle)).as("no longer idle").containsExactly(Kept.USED_MEANWHILE);
    assertThat(ups().refreshCalls()).isEqualTo(1);
    assertThat(tokens.idle(null, 10)).isEmpty();
  }

  /** A grant of that age and whole life, in days. */
  private long aged(int age, int life) throws SQLException {
    long grant = active("alice");
    execute(
        "update carrier_grant set issued_at = current_timestamp - interval '%d' day,".formatted(age)
            + " dies_at = current_timestamp + interval '%d' day where id = ?".formatted(life - age),
        grant);
    return grant;
  }

  private static List<Long> ids(List<Idle> idle) {
    return idle.stream().map(Idle::grant).toList();
  }
}
