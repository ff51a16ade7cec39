package org.supercargo.node;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;

/** Counts where the server shows nothing. */
final class Unshown implements Counter {
  private final LongAdder count = new LongAdder();

  @Override
  public void inc() {
    count.increment();
  }

  @Override
  public void inc(long more) {
    count.add(more);
  }

  @Override
  public long getCount() {
    return count.sum();
  }
}
