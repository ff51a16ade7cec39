package org.supercargo.shipping.batch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.DocumentFormat;

/**
 * A batch as people see it. Times are UTC.
 *
 * @param owner who uploaded it
 * @param said why it stands still; null when it does not
 * @param retryAt when it goes on by itself; null when it does not stand still, or a person has to
 *     let it go on
 * @param forgottenAt when the addresses of its rows were taken away; null while they are there
 * @param twin an earlier batch of the very same file that was started; null when there is none
 */
public record BatchView(
    long id,
    String name,
    String owner,
    DocumentFormat labelFormat,
    BatchState state,
    int total,
    Map<RowState, Long> counts,
    @Nullable CarrierMessage said,
    @Nullable Instant retryAt,
    Instant uploadedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant forgottenAt,
    @Nullable Long twin) {
  public BatchView {
    EnumMap<RowState, Long> all = new EnumMap<>(RowState.class);
    for (RowState one : RowState.values()) {
      all.put(one, counts.getOrDefault(one, 0L));
    }
    counts = all;
  }

  public long count(RowState of) {
    return counts.getOrDefault(of, 0L);
  }

  /** Rows that can be made, or were. */
  public long right() {
    return total - count(RowState.WRONG);
  }

  /** Rows that have ended. */
  public long ended() {
    return right() - count(RowState.WAITING) - count(RowState.UNKNOWN);
  }

  /** Rows that came to nothing. */
  public long failed() {
    return total - count(RowState.MADE) - count(RowState.WAITING) - count(RowState.UNKNOWN);
  }

  /** Of the rows that can be made: 0 to 100. */
  public int percent() {
    return right() == 0 ? 100 : (int) (ended() * 100 / right());
  }
}
