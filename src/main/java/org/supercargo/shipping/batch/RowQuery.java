package org.supercargo.shipping.batch;

import java.util.Set;

/**
 * Which rows of a batch, in the order of the file.
 *
 * @param states empty for all
 * @param from the first line, as a spreadsheet counts
 * @param to the last line
 * @param first how many rows to leave out, for pages by number
 * @param size at most so many rows
 */
public record RowQuery(long batch, Set<RowState> states, int from, int to, int first, int size) {
  private static final int PAGE = 50;

  public RowQuery {
    states = Set.copyOf(states);
  }

  public static RowQuery all(long batch) {
    return new RowQuery(batch, Set.of(), 0, Integer.MAX_VALUE, 0, PAGE);
  }

  public RowQuery in(Set<RowState> wanted) {
    return new RowQuery(batch, wanted, from, to, first, size);
  }

  public RowQuery between(int firstLine, int lastLine) {
    return new RowQuery(batch, states, firstLine, lastLine, first, size);
  }

  public RowQuery page(int leave, int most) {
    return new RowQuery(batch, states, from, to, leave, most);
  }
}
