package org.supercargo.shipping.label;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.supercargo.fingerprint.Fingerprint;

/** Bytes made small, with a checksum of what they were. */
public final class Packed {
  private static final int MOST = 64 * 1024 * 1024;

  private Packed() {}

  public static byte[] pack(byte[] content) {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (OutputStream press = new DeflaterOutputStream(small)) {
      press.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return small.toByteArray();
  }

  /** Empty when it is not what was packed. */
  public static Optional<byte[]> unpack(byte[] packed, String checksum) {
    try (InflaterInputStream press = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] content = press.readNBytes(MOST);
      return checksum(content).equals(checksum) ? Optional.of(content) : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** SHA-256, in hexadecimal. */
  public static String checksum(byte[] content) {
    return Fingerprint.hex(content);
  }
}
