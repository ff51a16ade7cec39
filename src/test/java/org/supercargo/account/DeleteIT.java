package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException;

class DeleteIT extends Registering {
  @Test
  void destroysTheTokensWithTheLastNumberOnly() {
    long first = connected("alice", "A1B2C3");
    long second = id(registration.saveAnother(first, Details.of("001234"), false, ROSA));

    assertThat(accounts.delete(first, ROSA)).isTrue();
    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(accounts.credentials(second).accessToken().reveal()).isNotEmpty();
    assertThat(audited("TOKENS_DESTROYED")).isEmpty();

    assertThat(accounts.delete(second, ROSA)).isTrue();
    assertThat(grantsWithTokens()).isZero();
    assertThat(audited("TOKENS_DESTROYED")).containsExactly("DONE");
  }

  @Test
  void deletesOnceAndKeepsTheHistory() {
    long id = connected("alice", "A1B2C3");
    accounts.credentials(id);
    assertThat(accounts.isLiving(id)).as("known by heart").isTrue();

    assertThat(atOnce(4, () -> accounts.delete(id, ROSA)))
        .containsExactlyInAnyOrder(true, false, false, false);

    assertThat(status(id)).isEqualTo(AccountStatus.DELETED);
    assertThat(view(id).row().oauth()).isFalse();
    assertThat(accounts.timeline(id).entries())
        .extracting(Timeline.Entry::kind)
        .contains("ISSUED", "DELETED");
    assertThat(audited("ACCOUNT_DELETED")).containsExactly("DONE");
    assertThatThrownBy(() -> accounts.credentials(id))
        .isInstanceOf(CarrierException.ReconnectNeeded.class);
    assertThat(registration.verify(id, ROSA)).isInstanceOf(Saved.ConsentGone.class);
    assertThat(accounts.delete(4_711, ROSA)).isFalse();
    assertThat(accounts.isLiving(id)).isFalse();
    assertThat(accounts.isLiving(4_711)).isFalse();
  }

  @Test
  void destroysTheTokensWhenTheLastTwoNumbersGoAtOnce() {
    for (int round = 0; round < 10; round++) {
      long first = connected("alice", "A1B2C3");
      long second = id(registration.saveAnother(first, Details.of("001234"), false, ROSA));
      Iterator<Long> ids = List.of(first, second).iterator();

      atOnce(2, () -> accounts.delete(next(ids), ROSA));

      assertThat(grantsWithTokens()).as("round %d", round).isZero();
    }
  }

  @Test
  void leavesNoNumberWithoutTokensWhenOneJoinsAsTheLastGoes() {
    for (int round = 0; round < 10; round++) {
      emptyTheTables();
      long first = connected("alice", "A1B2C3");
      Iterator<Boolean> deletes = List.of(true, false).iterator();

      List<Object> answers =
          atOnce(
              2,
              () ->
                  next(deletes)
                      ? accounts.delete(first, ROSA)
                      : registration.saveAnother(first, Details.of("001234"), false, ROSA));

      boolean joined = answers.stream().anyMatch(Saved.Connected.class::isInstance);
      assertThat(grantsWithTokens()).as("round %d %s", round, answers).isEqualTo(joined ? 1 : 0);
    }
  }

  @Test
  void letsTheSameNumberBeAddedAgain() {
    long first = connected("alice", "A1B2C3");
    accounts.delete(first, ROSA);

    long again = connected("alice", "A1B2C3");

    assertThat(again).isNotEqualTo(first);
    assertThat(status(again)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(status(first)).isEqualTo(AccountStatus.DELETED);
  }

  private static <T> T next(Iterator<T> all) {
    synchronized (all) {
      return all.next();
    }
  }
}
