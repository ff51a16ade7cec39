package org.supercargo.shipping.batch;

/** What came of a file. */
public sealed interface Uploaded {
  /** It was read and checked; its rows may have problems. */
  record Kept(long batch) implements Uploaded {}

  /** It is no such file; the words tell what to do. Nothing was kept. */
  record Unreadable(String words) implements Uploaded {}
}
