package org.supercargo.simulator.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GifTest {
  private static BufferedImage picture(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
  }

  private static void assertReadAsDrawn(BufferedImage drawn) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Gif.of(drawn)));
    assertThat(read.getWidth()).isEqualTo(drawn.getWidth());
    assertThat(read.getHeight()).isEqualTo(drawn.getHeight());
    int wide = drawn.getWidth();
    int high = drawn.getHeight();
    assertThat(read.getRGB(0, 0, wide, high, null, 0, wide))
        .isEqualTo(drawn.getRGB(0, 0, wide, high, null, 0, wide));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "7, 3", "8, 8", "9, 5", "255, 2", "1400, 800"})
  void isReadAsItWasDrawnWhateverItsSize(int width, int height) throws IOException {
    BufferedImage noise = picture(width, height);
    Random dots = new Random(4711L * width + height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        noise.setRGB(x, y, dots.nextBoolean() ? -1 : 0xff000000);
      }
    }
    assertReadAsDrawn(noise);
  }

  @Test
  void makesLittleOfNothing() throws IOException {
    BufferedImage blank = picture(1400, 800);
    assertReadAsDrawn(blank);
    assertThat(Gif.of(blank).length).isLessThan(4_000);
  }
}
