package org.supercargo.web.shipment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.shipping.ShipmentQuery;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.Shipping;

/** The rows of the Shipments page, page by page from the database. */
class ShipmentRows extends LazyDataModel<ShipmentRow> {
  private static final long serialVersionUID = 1L;

  private final Shipping shipping;
  private final Query query;

  /** What the boxes say at the moment. */
  interface Query extends Serializable {
    ShipmentQuery of(int first, int size);
  }

  ShipmentRows(Shipping shipping, Query query) {
    this.shipping = shipping;
    this.query = query;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(shipping.count(query.of(0, 0)));
  }

  @Override
  public List<ShipmentRow> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return shipping.list(query.of(first, size));
  }

  @Override
  public String getRowKey(ShipmentRow row) {
    return Long.toString(row.id());
  }

  @Override
  public @Nullable ShipmentRow getRowData(String key) {
    List<ShipmentRow> shown = Objects.requireNonNullElse(getWrappedData(), List.of());
    return shown.stream().filter(row -> getRowKey(row).equals(key)).findFirst().orElse(null);
  }
}
