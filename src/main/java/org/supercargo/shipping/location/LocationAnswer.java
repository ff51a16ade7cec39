package org.supercargo.shipping.location;

import java.util.List;
import org.supercargo.account.FieldProblem;

/** What came of adding or changing a location. */
public sealed interface LocationAnswer {
  record Kept(long id) implements LocationAnswer {}

  /**
   * Nothing was kept.
   *
   * @param problems by {@link LocationDetails} component, one each; also {@code taken} and {@code
   *     digits} of a name, {@code deleted} and {@code abroad} of an account
   */
  record Wrong(List<FieldProblem> problems) implements LocationAnswer {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
