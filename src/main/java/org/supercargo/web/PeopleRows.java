package org.supercargo.web;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.access.People;
import org.supercargo.access.PeopleQuery;
import org.supercargo.access.PersonView;

/** The rows of the People page, page by page from the database. */
class PeopleRows extends LazyDataModel<PersonView> {
  private static final long serialVersionUID = 1L;

  private final People people;
  private final PeoplePage page;

  PeopleRows(People people, PeoplePage page) {
    this.people = people;
    this.page = page;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(people.count(query(PeopleQuery.Sort.NAME, false, 0, 0)));
  }

  @Override
  public List<PersonView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return sort.values().stream()
        .findFirst()
        .map(
            by ->
                query(
                    PeopleQuery.Sort.valueOf(by.getField()),
                    by.getOrder().isDescending(),
                    first,
                    size))
        .map(people::find)
        .orElseGet(() -> people.find(query(PeopleQuery.Sort.NAME, false, first, size)));
  }

  private PeopleQuery query(PeopleQuery.Sort sort, boolean descending, int first, int size) {
    return new PeopleQuery(
        page.getSearch(), page.getRole(), page.getActive(), sort, descending, first, size);
  }
}
