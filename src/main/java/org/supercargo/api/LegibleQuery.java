package org.supercargo.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/** Refuses a query that can't be decoded, or asks for what no database keeps, such as a NUL. */
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class LegibleQuery implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    try {
      if (request.getUriInfo().getQueryParameters().values().stream()
          .flatMap(List::stream)
          .anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
        throw Refusal.malformed("A query has no control characters.");
      }
    } catch (IllegalArgumentException notEncoded) {
      throw Refusal.malformed("The query can't be decoded.");
    }
  }
}
