package org.supercargo.web.batch;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.shipping.batch.Batches;
import org.supercargo.shipping.batch.RowQuery;
import org.supercargo.shipping.batch.RowView;

/** One batch's rows in the order of the file, page by page from the database. */
class BatchRows extends LazyDataModel<RowView> {
  private static final long serialVersionUID = 1L;

  private final Batches batches;
  private final Filter filter;

  BatchRows(Batches batches, Filter filter) {
    this.batches = batches;
    this.filter = filter;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(batches.count(filter.get()));
  }

  @Override
  public List<RowView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return batches.rows(filter.get().page(first, size));
  }

  /** What the page shows at the moment. */
  interface Filter extends Supplier<RowQuery>, Serializable {}
}
