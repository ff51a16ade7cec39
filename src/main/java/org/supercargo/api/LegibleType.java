package org.supercargo.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body's type with a quality that is no number. Only Accept has qualities, but Jersey
 * looks for one here too while it matches, and what it throws then reaches no mapper.
 */
@ApplicationScoped
@PreMatching
@Priority(Priorities.ENTITY_CODER)
public class LegibleType implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (type != null && !(isQuality(type, "q") && isQuality(type, "qs"))) {
      throw Refusal.malformed("A header can't be read.");
    }
  }

  private static boolean isQuality(MediaType type, String name) {
    Map<String, String> parameters = type.getParameters();
    @Nullable String value = parameters.get(name);
    return value == null || value.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?");
  }
}
