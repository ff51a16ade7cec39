package org.supercargo.token;

import java.util.List;

/**
 * What has been marked as ending soon.
 *
 * @param alerts how many alerts that raised
 */
public record Warned(List<Long> grants, int alerts) {
  public Warned {
    grants = List.copyOf(grants);
  }
}
