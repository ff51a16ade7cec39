package org.supercargo.node;

import java.util.function.IntSupplier;

/** A round that looks for what there is to do: another one finds it, so a node may stop without. */
public interface Patrol extends Round {
  @Override
  default boolean endsWithTheNode() {
    return false;
  }

  /**
   * Takes batch after batch, until one is not full.
   *
   * @param most how many a batch has at most
   * @param batch does one, and tells how many it had
   */
  static void drain(int most, IntSupplier batch) {
    int done;
    do {
      done = batch.getAsInt();
    } while (done == most);
  }
}
