package org.supercargo.carrier;

import java.util.Arrays;
import java.util.Objects;

/** A paper as the carrier made it: a label, an invoice, a receipt. */
public final class Document {
  private final String name;
  private final DocumentFormat format;
  private final byte[] bytes;

  /**
   * Keeps the bytes as they are.
   *
   * @param name what it is, for people
   * @param bytes not copied: nobody may change them
   */
  public Document(String name, DocumentFormat format, byte[] bytes) {
    this.name = name;
    this.format = format;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public DocumentFormat format() {
    return format;
  }

  /** Not copied: nobody may change them. A raster image is as the carrier drew it, maybe lying. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that
        && name.equals(that.name)
        && format == that.format
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, format, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return "%s (%s, %d bytes)".formatted(name, format, bytes.length);
  }
}
