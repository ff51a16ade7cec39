package org.supercargo.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.alert.AlertView;
import org.supercargo.alert.Alerts;

/** The rows of the Alerts page, newest first, page by page from the database. */
class AlertRows extends LazyDataModel<AlertView> {
  private static final long serialVersionUID = 1L;
  private final Alerts alerts;
  private final Filter openOnly;

  AlertRows(Alerts alerts, Filter openOnly) {
    this.alerts = alerts;
    this.openOnly = openOnly;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(alerts.count(openOnly.getAsBoolean()));
  }

  @Override
  public List<AlertView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return alerts.list(openOnly.getAsBoolean(), first, size);
  }

  /** What the form says at the moment. */
  interface Filter extends BooleanSupplier, Serializable {}
}
