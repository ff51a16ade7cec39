package org.supercargo.simulator.label;

/** How a label comes. GIF and PNG are pictures that lie on their side, as UPS's do. */
public enum Format {
  GIF,
  PNG,
  PDF,
  ZPL,
  EPL,
  SPL;

  public boolean isPicture() {
    return this == GIF || this == PNG;
  }
}
