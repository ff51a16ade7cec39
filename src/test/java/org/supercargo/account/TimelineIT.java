package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineIT extends Registering {
  @Test
  void showsTheNewestHundredOfWhatHappened() {
    long id = connected("alice", "A1B2C3");
    assertThat(accounts.timeline(id).cut()).isFalse();
    for (int i = 1; i <= 150; i++) {
      execute(
          ("insert into grant_event (grant_id, at, kind, generation)"
                  + " select id, created_at + interval '%d' minute, '%s', %d from carrier_grant")
              .formatted(i, i == 50 ? "UNCERTAIN" : i == 51 ? "ACCEPTED" : "REFRESHED", i));
    }
    execute("update carrier_grant set used_at = null");

    Timeline timeline = accounts.timeline(id);

    List<Timeline.Entry> entries = timeline.entries();
    assertThat(timeline.cut()).isTrue();
    assertThat(entries).hasSize(100).isSortedAccordingTo(Comparator.comparing(Timeline.Entry::at));
    assertThat(entries.getFirst().kind()).isEqualTo("ACCEPTED");
    assertThat(entries.getLast().at()).isAfter(Instant.now().plusSeconds(149 * 60));
  }

  @Test
  void isEmptyWithoutTokens() {
    long id = accounts.addWithoutOAuth(Details.of("A1B2C3"), ROSA);

    assertThat(accounts.timeline(id)).isEqualTo(Timeline.EMPTY);
    assertThat(accounts.timeline(4_711)).isEqualTo(Timeline.EMPTY);
  }
}
