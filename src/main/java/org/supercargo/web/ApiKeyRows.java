package org.supercargo.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.access.key.ApiKeyView;
import org.supercargo.access.key.ApiKeys;
import org.supercargo.account.Accounts;

/** The rows of the API keys page, page by page from the database. */
class ApiKeyRows extends LazyDataModel<ApiKeyView> {
  private static final long serialVersionUID = 1L;

  private final ApiKeys keys;
  private final Accounts accounts;
  private final ApiKeysPage page;
  private final Map<Long, String> numbers = new HashMap<>();

  ApiKeyRows(ApiKeys keys, Accounts accounts, ApiKeysPage page) {
    this.keys = keys;
    this.accounts = accounts;
    this.page = page;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(keys.count(page.getSearch()));
  }

  @Override
  public List<ApiKeyView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    List<ApiKeyView> found = keys.find(page.getSearch(), first, size);
    Set<Long> ids = new HashSet<>();
    found.forEach(key -> ids.addAll(key.accounts() == null ? Set.of() : key.accounts()));
    numbers.clear();
    accounts.of(ids).forEach(row -> numbers.put(row.id(), row.number()));
    return found;
  }

  /** The numbers of the accounts that these ids are, as loaded with the rows. */
  String numbersOf(Set<Long> ids) {
    return ids.stream()
        .map(id -> numbers.getOrDefault(id, "#" + id))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
