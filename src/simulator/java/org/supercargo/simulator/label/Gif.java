package org.supercargo.simulator.label;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A picture in two colours as GIF 89a. The JDK's own writer takes ten times as long for the same
 * bytes, and a label is drawn for every shipment.
 */
final class Gif {
  private static final int MOST_CODES = 4_096;

  /** The format has no codes of one bit: four roots, of which two are colours. */
  private static final int ROOT_BITS = 2;

  private static final int CLEAR = 1 << ROOT_BITS;
  private static final int END = CLEAR + 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1_024);

  /** What follows a code with either colour behind it; zero where nothing does yet. */
  private final short[] next = new short[MOST_CODES * 2];

  private final byte[] block = new byte[255];
  private int inBlock;
  private int bits;
  private int pending;
  private int size;
  private int free;

  private Gif() {}

  /**
   * @param image of {@link BufferedImage#TYPE_BYTE_BINARY}, one bit a dot: black, white
   */
  static byte[] of(BufferedImage image) {
    Gif gif = new Gif();
    gif.head(image.getWidth(), image.getHeight());
    gif.dots(image);
    gif.out.write(0x3b);
    return gif.out.toByteArray();
  }

  private void head(int width, int height) {
    out.writeBytes(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
    number(width);
    number(height);
    out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1, 0x2c, 0, 0, 0, 0});
    number(width);
    number(height);
    out.write(0);
    out.write(ROOT_BITS);
  }

  private void number(int value) {
    out.write(value);
    out.write(value >> 8);
  }

  private void dots(BufferedImage image) {
    byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int stride = (width + 7) / 8;
    begin();
    int code = -1;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int dot = dots[y * stride + (x >> 3)] >> (7 - (x & 7)) & 1;
        code = code < 0 ? dot : followed(code, dot);
      }
    }
    put(code);
    put(END);
    if (bits > 0) {
      store(pending);
    }
    flush();
    out.write(0);
  }

  private void begin() {
    size = ROOT_BITS + 1;
    put(CLEAR);
    reset();
  }

  private void reset() {
    Arrays.fill(next, (short) 0);
    size = ROOT_BITS + 1;
    free = END + 1;
  }

  private int followed(int code, int dot) {
    int longer = next[code * 2 + dot];
    if (longer != 0) {
      return longer;
    }
    put(code);
    if (free == MOST_CODES) {
      put(CLEAR);
      reset();
    } else {
      // The reader learns a code one later than it is made here.
      size += free == 1 << size ? 1 : 0;
      next[code * 2 + dot] = (short) free++;
    }
    return dot;
  }

  private void put(int code) {
    pending |= code << bits;
    bits += size;
    while (bits >= 8) {
      store(pending);
      pending >>>= 8;
      bits -= 8;
    }
  }

  private void store(int value) {
    block[inBlock++] = (byte) value;
    if (inBlock == block.length) {
      flush();
    }
  }

  private void flush() {
    if (inBlock > 0) {
      out.write(inBlock);
      out.write(block, 0, inBlock);
      inBlock = 0;
    }
  }
}
