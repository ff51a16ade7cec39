package org.supercargo.custody;

/** Something that a master key has sealed, and the id of that key. */
public final class Wrapped {
  private final byte[] bytes;
  private final String key;

  Wrapped(byte[] bytes, String key) {
    this.bytes = bytes.clone();
    this.key = key;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String key() {
    return key;
  }
}
