package org.supercargo.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.account.AccountQuery;
import org.supercargo.account.AccountRow;
import org.supercargo.account.Accounts;

/** The rows of the Carrier Registration tab, page by page from the database. */
class AccountRows extends LazyDataModel<AccountRow> {
  private static final long serialVersionUID = 1L;

  private final Accounts accounts;
  private final AccountFilter filter;

  AccountRows(Accounts accounts, AccountFilter filter) {
    this.accounts = accounts;
    this.filter = filter;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(accounts.count(query(columns, Map.of(), 0, 0)));
  }

  @Override
  public List<AccountRow> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return accounts.list(query(columns, sort, first, size));
  }

  private AccountQuery query(
      Map<String, FilterMeta> columns, Map<String, SortMeta> sort, int first, int size) {
    filter.columns(
        text(columns, "NUMBER"),
        text(columns, "NICKNAME"),
        text(columns, "COMPANY"),
        text(columns, "CONNECTED_BY"));
    return sort.values().stream()
        .findFirst()
        .map(by -> filter.query(column(by), by.getOrder().isDescending(), first, size))
        .orElseGet(() -> filter.query(AccountQuery.Sort.NUMBER, false, first, size));
  }

  private static AccountQuery.Sort column(SortMeta by) {
    return AccountQuery.Sort.valueOf(by.getField());
  }

  private static @Nullable String text(Map<String, FilterMeta> columns, String column) {
    FilterMeta meta = columns.get(column);
    return meta == null || meta.getFilterValue() == null
        ? null
        : AccountFilter.entered(meta.getFilterValue().toString());
  }
}
