package org.supercargo.web.batch;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.shipping.batch.BatchView;
import org.supercargo.shipping.batch.Batches;

/** All batches, newest first, page by page from the database. */
class BatchList extends LazyDataModel<BatchView> {
  private static final long serialVersionUID = 1L;

  private final Batches batches;

  BatchList(Batches batches) {
    this.batches = batches;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(batches.count());
  }

  @Override
  public List<BatchView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return batches.list(first, size);
  }
}
