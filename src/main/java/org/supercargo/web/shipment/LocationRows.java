package org.supercargo.web.shipment;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.supercargo.shipping.location.LocationQuery;
import org.supercargo.shipping.location.LocationQuery.Sort;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;

/** The rows of the Locations page, page by page from the database. */
class LocationRows extends LazyDataModel<LocationView> {
  private static final long serialVersionUID = 1L;

  private final Locations locations;
  private final LocationsPage page;

  LocationRows(Locations locations, LocationsPage page) {
    this.locations = locations;
    this.page = page;
  }

  @Override
  public int count(Map<String, FilterMeta> columns) {
    return Math.toIntExact(locations.count(query(Sort.NAME, false, 0, 0)));
  }

  @Override
  public List<LocationView> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> columns) {
    return locations.list(
        sort.values().stream()
            .findFirst()
            .map(
                by -> query(Sort.valueOf(by.getField()), by.getOrder().isDescending(), first, size))
            .orElseGet(() -> query(Sort.NAME, false, first, size)));
  }

  private LocationQuery query(Sort sort, boolean descending, int first, int size) {
    return new LocationQuery(page.getSearch(), page.getActive(), sort, descending, first, size);
  }
}
