package org.supercargo.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.supercargo.access.People;
import org.supercargo.access.PeopleQuery;
import org.supercargo.account.AccountQuery;
import org.supercargo.account.Accounts;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.container.InContainer;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.RowQuery;
import org.supercargo.timer.Timers;

/**
 * What a request reads, and what a task reads that it has begun. In Payara both inherit one place
 * for what is read with outside of a transaction, and who ends first closes it for the other.
 */
class ReadersIT extends InContainer {
  private static final int TASKS = 8;
  private static final int TIMES = 40;
  private static final AccountQuery ACCOUNTS =
      new AccountQuery(
          null, null, null, null, null, null, null, AccountQuery.Sort.NUMBER, false, 0, 20);
  private static final PeopleQuery PEOPLE =
      new PeopleQuery(null, null, null, PeopleQuery.Sort.NAME, false, 0, 20);

  @Resource private ManagedExecutorService executor;
  @Inject private Accounts accounts;
  @Inject private AuditTrail trail;
  @Inject private People people;
  @Inject private Timers timers;
  @Inject private Batches batches;

  @Test
  void disturbNoneOfThoseThatWereBegunMeanwhile() throws Exception {
    // First here: there is nothing to inherit before.
    readsEverything();
    List<Future<?>> begun = new ArrayList<>();
    for (int task = 0; task < TASKS; task++) {
      begun.add(executor.submit(this::readsEverything));
      readsEverything();
    }
    for (int time = 0; time < TIMES; time++) {
      readsEverything();
    }
    for (Future<?> task : begun) {
      task.get(5, TimeUnit.MINUTES);
    }
    assertThat(begun).hasSize(TASKS);
  }

  private void readsEverything() {
    accounts.list(ACCOUNTS);
    accounts.count(ACCOUNTS);
    accounts.attention();
    accounts.each(ACCOUNTS, row -> {});
    trail.find(AuditFilter.ALL, 0, 20);
    trail.count(AuditFilter.ALL);
    trail.each(AuditFilter.ALL, entry -> {});
    trail.ofAccount(1, 5);
    people.find(PEOPLE);
    people.count(PEOPLE);
    timers.all();
    timers.runs("nightly-check", 5);
    timers.nights("nightly-check", 5);
    batches.list(0, 20);
    batches.each(RowQuery.all(1), row -> {});
  }
}
