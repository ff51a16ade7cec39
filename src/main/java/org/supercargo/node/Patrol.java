package org.supercargo.node;

/** A round that looks for what there is to do: another one finds it, so a node may stop without. */
public interface Patrol extends Round {
  @Override
  default boolean endsWithTheNode() {
    return false;
  }
}
