package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.token.Kept.CARRIER_AWAY;
import static org.supercargo.token.Kept.FAILED;
import static org.supercargo.token.Kept.OVER_BUDGET;
import static org.supercargo.token.Kept.REFRESHED;
import static org.supercargo.token.Kept.REFUSED;
import static org.supercargo.token.Kept.UNCERTAIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.token.Kept;

class KeepingAliveTest {
  private final KeepingAlive.Patience patience = new KeepingAlive.Patience();

  @Test
  void leavesACarrierAloneThatIsSilentThreeTimesRunning() {
    goesOn(2, CARRIER_AWAY, UNCERTAIN, FAILED);
    goesOn(1, CARRIER_AWAY, REFRESHED);
    goesOn(2, UNCERTAIN);
    assertThat(patience.endsWith(List.of(CARRIER_AWAY))).contains(CARRIER_AWAY);
  }

  @Test
  void takesANoForAnAnswer() {
    goesOn(100, REFUSED, CARRIER_AWAY, FAILED);
  }

  @Test
  void goesOnFiftyTimesWhereNothingOpens() {
    goesOn(49, FAILED, FAILED);
    goesOn(1, FAILED, REFRESHED);
    goesOn(49, FAILED, FAILED);
    assertThat(patience.endsWith(List.of(FAILED, FAILED))).contains(FAILED);
  }

  @Test
  void stopsAtOnceWhenTheDaysBudgetIsSpent() {
    assertThat(patience.endsWith(List.of(REFRESHED, OVER_BUDGET))).contains(OVER_BUDGET);
  }

  private void goesOn(int times, Kept... kept) {
    for (int i = 0; i < times; i++) {
      assertThat(patience.endsWith(List.of(kept))).isEmpty();
    }
  }
}
