package org.supercargo.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * Everything below {@code /api}, also what is not there, so that each error is a problem document.
 */
@ApplicationPath("/api")
public class ApiApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccountsResource.class,
        LocationsResource.class,
        RatesResource.class,
        ShipmentsResource.class,
        LabelsResource.class,
        TrackingResource.class,
        DocumentResource.class,
        Gate.class,
        ScopeCheck.class,
        JsonBodies.class,
        ProblemMapper.class);
  }

  /** Neither the server's JSON, nor MVC, nor WADL: this path speaks as its document says. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.disableAutoDiscovery", true,
        "jersey.config.jsonFeature", "none of the server's",
        "jersey.config.server.wadl.disableWadl", true);
  }
}
