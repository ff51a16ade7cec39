package org.supercargo.simulator.label;

/** One thing on a label; places and sizes in dots, from the upper left. */
sealed interface Mark {

  /** Size is the height of a line. */
  record Text(int x, int y, int size, String text) implements Mark {}

  record Bar(int x, int y, int width, int height) implements Mark {}

  /** Code 128; narrow is the width of the thinnest bar. */
  record Bars(int x, int y, int narrow, int height, String content) implements Mark {}

  /** Always about an inch square: the standard fixes its size. */
  record Maxi(int x, int y, MaxiText text) implements Mark {}
}
