package org.supercargo.shipping.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.ShipmentOrder;

/**
 * A row that was looked at.
 *
 * @param cells by header
 * @param account null when it is not known
 * @param order null when none can be made of it
 */
record Checked(
    int line,
    Map<String, String> cells,
    @Nullable Long account,
    @Nullable ShipmentOrder order,
    List<RowProblem> problems) {
  String text(Column column) {
    return cells.getOrDefault(column.header(), "").strip();
  }
}
