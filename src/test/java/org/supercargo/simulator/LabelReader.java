package org.supercargo.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads labels as a scanner at the belt would. */
public final class LabelReader {
  private final BufferedImage image;

  public LabelReader(BufferedImage image) {
    this.image = image;
  }

  static LabelReader of(byte[] picture) {
    try {
      return new LabelReader(ImageIO.read(new ByteArrayInputStream(picture)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** A quarter to the right, as one turns a picture that lies on its left side. */
  public LabelReader turned() {
    int width = image.getHeight();
    BufferedImage turned = new BufferedImage(width, image.getWidth(), BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        turned.setRGB(width - 1 - y, x, image.getRGB(x, y));
      }
    }
    return new LabelReader(turned);
  }

  public LabelReader part(int x, int y, int width, int height) {
    return new LabelReader(image.getSubimage(x, y, width, height));
  }

  public String read(BarcodeFormat format) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return new MultiFormatReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(source)),
              Map.of(
                  DecodeHintType.POSSIBLE_FORMATS,
                  List.of(format),
                  DecodeHintType.TRY_HARDER,
                  true))
          .getText();
    } catch (NotFoundException e) {
      return "no " + format;
    }
  }
}
