package org.supercargo.shipping.batch;

/**
 * What is wrong with one cell.
 *
 * @param column its header; empty when it is the whole row
 * @param words for people, to be read behind the column's name: <i>is missing</i>
 */
public record RowProblem(String column, String words) {
  static RowProblem at(Column column, String words) {
    return new RowProblem(column.header(), words);
  }

  static RowProblem whole(String words) {
    return new RowProblem("", words);
  }

  /** For a list of them. */
  public String sentence() {
    return column.isEmpty() ? words : column + " " + words;
  }
}
