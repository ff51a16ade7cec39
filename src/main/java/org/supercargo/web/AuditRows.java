package org.supercargo.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.audit.AuditEntryView;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;

/** The rows of the Audit page, newest first, page by page from the database. */
class AuditRows extends LazyDataModel<AuditEntryView> {
  private static final long serialVersionUID = 1L;

  private final AuditTrail trail;
  private final Filter filter;

  AuditRows(AuditTrail trail, Filter filter) {
    this.trail = trail;
    this.filter = filter;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(trail.count(filter.get()));
  }

  @Override
  public List<AuditEntryView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return trail.find(filter.get(), first, size);
  }

  /** What the form says at the moment. */
  interface Filter extends Supplier<AuditFilter>, Serializable {}
}
