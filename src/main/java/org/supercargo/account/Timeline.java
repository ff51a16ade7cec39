package org.supercargo.account;

import java.time.Instant;
import java.util.List;

/**
 * What happened to an account's tokens, times only, oldest first.
 *
 * @param cut whether there is more, older than what is here
 */
public record Timeline(List<Entry> entries, boolean cut) {
  static final int MOST = 100;
  static final Timeline EMPTY = new Timeline(List.of(), false);

  /**
   * One point.
   *
   * @param at UTC
   * @param kind the vault's event, or USED (upper case)
   */
  public record Entry(Instant at, String kind) {}
}
