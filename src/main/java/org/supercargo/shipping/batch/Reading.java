package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads batches of any size by line, some hundred rows at a time: no page gets slower, few are in
 * memory, and no transaction waits for a reader that takes its time.
 */
@ApplicationScoped
class Reading {
  private static final int BATCH = 500;

  @Inject Ledger ledger;

  void each(RowQuery query, Consumer<RowView> reader) {
    RowQuery next = query.page(0, BATCH);
    List<RowView> some;
    do {
      some = ledger.rows(next);
      some.forEach(reader);
      next = some.isEmpty() ? next : next.between(some.getLast().line() + 1, query.to());
    } while (some.size() == BATCH);
  }
}
