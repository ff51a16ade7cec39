package org.supercargo.carrier;

/** How a label or another paper is written. */
public enum DocumentFormat {
  GIF("image/gif"),
  PNG("image/png"),
  PDF("application/pdf"),
  HTML("text/html"),
  ZPL("application/x-zpl"),
  EPL("application/x-epl"),
  SPL("application/x-spl");

  private final String mediaType;

  DocumentFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it is a program for a thermal printer, to be sent there as it is. */
  public boolean isForPrinters() {
    return this == ZPL || this == EPL || this == SPL;
  }
}
