package org.supercargo.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for many secrets at once in files of any size and kind: a piece out of the middle of each
 * one, as bytes, as UTF-16 and as the hexadecimal digits of a dump.
 */
final class ByteHunt {
  private static final int PIECE = 16;
  private static final long CHUNK = 1L << 30;
  private final Map<Long, byte[]> wanted = new HashMap<>();

  /** Nearly every place in a file can be left at a glance. */
  private final boolean[] glance = new boolean[1 << 20];

  ByteHunt(Collection<String> secrets) {
    for (String secret : secrets) {
      String piece = middle(secret);
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        want(piece.getBytes(charset));
      }
      StringBuilder hex = new StringBuilder();
      for (byte one : piece.getBytes(StandardCharsets.UTF_8)) {
        hex.append("%02x".formatted(one));
      }
      want(hex.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How many things it looks for. */
  int size() {
    return wanted.size();
  }

  /** In which of these files, or files below these folders, something was found, and how often. */
  Set<String> findings(Path... places) {
    Set<String> found = new TreeSet<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        files
            .filter(Files::isRegularFile)
            .forEach(
                file -> {
                  long times = count(file);
                  if (times > 0) {
                    found.add(times + " in " + file.getFileName());
                  }
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private void want(byte[] bytes) {
    long start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    wanted.put(start, bytes);
    glance[mixed(start)] = true;
  }

  private static int mixed(long start) {
    return (int) (start * 0x9E3779B97F4A7C15L >>> 44);
  }

  private static String middle(String secret) {
    if (secret.length() < PIECE) {
      throw new IllegalArgumentException("too short to be told from chance");
    }
    int start = (secret.length() - PIECE) / 2;
    return secret.substring(start, start + PIECE);
  }

  private long count(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long times = 0;
      for (long start = 0; start < channel.size(); start += CHUNK) {
        long size = Math.min(CHUNK + 4 * PIECE, channel.size() - start);
        times += count(channel.map(FileChannel.MapMode.READ_ONLY, start, size));
      }
      return times;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long count(MappedByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    long times = 0;
    for (int i = 0; i + Long.BYTES <= bytes.limit(); i++) {
      long start = bytes.getLong(i);
      if (glance[mixed(start)]) {
        byte[] whole = wanted.get(start);
        if (whole != null && i + whole.length <= bytes.limit() && isAt(bytes, i, whole)) {
          times++;
        }
      }
    }
    return times;
  }

  private static boolean isAt(MappedByteBuffer bytes, int start, byte[] whole) {
    for (int i = 0; i < whole.length; i++) {
      if (bytes.get(start + i) != whole[i]) {
        return false;
      }
    }
    return true;
  }
}
