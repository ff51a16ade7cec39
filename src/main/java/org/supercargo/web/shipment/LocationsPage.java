package org.supercargo.web.shipment;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.supercargo.shipping.location.LocationQuery;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;

/** Where goods are shipped from: the list. One of them is {@link LocationPage}. */
@Named
@ViewScoped
public class LocationsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Locations locations;

  private @Nullable LocationRows rows;
  private @Nullable String search;
  private @Nullable Boolean active = true;

  @PostConstruct
  void open() {
    rows = new LocationRows(locations, this);
  }

  public void clear() {
    search = null;
    active = null;
  }

  /** Whether there may be more than is shown. */
  public boolean isFiltered() {
    return active != null || (search != null && !search.isBlank());
  }

  /** Whether nobody has added one yet. */
  public boolean isNoneYet() {
    return locations.count(anything()) == 0;
  }

  private static LocationQuery anything() {
    return new LocationQuery(null, null, LocationQuery.Sort.NAME, false, 0, 0);
  }

  public @Nullable LazyDataModel<LocationView> getRows() {
    return rows;
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }

  public @Nullable Boolean getActive() {
    return active;
  }

  public void setActive(@Nullable Boolean active) {
    this.active = active;
  }
}
