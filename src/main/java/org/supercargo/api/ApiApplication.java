package org.supercargo.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything below {@code /api}, also what is not there, so that each error is a problem document.
 */
@ApplicationPath("/api")
public class ApiApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> ours =
        Set.of(
            AccountsResource.class,
            LocationsResource.class,
            RatesResource.class,
            ShipmentsResource.class,
            LabelsResource.class,
            TrackingResource.class,
            DocumentResource.class,
            Gate.class,
            ScopeCheck.class,
            LegibleQuery.class,
            LegibleType.class,
            JsonBodies.class,
            ProblemMapper.class);
    return Stream.concat(ours.stream(), withoutMvc().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The server's MVC puts filters of its own before each request of every application in a WAR that
   * has a controller, and looks for services in all libraries each time: a sixth of what a request
   * takes. It leaves alone what knows this class already, which by itself minds controllers only.
   */
  private static Optional<Class<?>> withoutMvc() {
    try {
      return Optional.of(Class.forName("org.eclipse.krazo.core.ViewResponseFilter"));
    } catch (ClassNotFoundException otherServer) {
      return Optional.empty();
    }
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
