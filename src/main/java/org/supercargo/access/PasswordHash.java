package org.supercargo.access;

/**
 * A password as it is kept.
 *
 * @param mustChange it was generated, its owner has to choose another
 */
record PasswordHash(String text, boolean mustChange) {
  @Override
  public String toString() {
    return "PasswordHash[mustChange=" + mustChange + "]";
  }
}
