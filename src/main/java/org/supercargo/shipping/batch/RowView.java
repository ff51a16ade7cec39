package org.supercargo.shipping.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Money;

/**
 * One row as people see it.
 *
 * @param line its number in a spreadsheet
 * @param account null when it names none that there is
 * @param shipment null while there is none, not even one that came to nothing
 * @param number the carrier's of the shipment; null unless it was made
 * @param price what is paid; null where it is not known
 * @param said the carrier's words, when it was not made
 * @param problems what was wrong with it when it was checked
 * @param cells by header, as they came
 */
public record RowView(
    long id,
    int line,
    RowState state,
    String reference,
    String toName,
    @Nullable Long account,
    @Nullable Long shipment,
    @Nullable String number,
    List<String> tracking,
    @Nullable Money price,
    @Nullable CarrierMessage said,
    List<RowProblem> problems,
    Map<String, String> cells) {
  public RowView {
    tracking = List.copyOf(tracking);
    problems = List.copyOf(problems);
    cells = Map.copyOf(cells);
  }

  public String cell(Column column) {
    return cells.getOrDefault(column.header(), "");
  }

  /** All problems in one sentence; empty when there are none. */
  public String sentence() {
    return problems.stream().map(RowProblem::sentence).collect(Collectors.joining("; "));
  }
}
