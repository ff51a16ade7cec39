package org.supercargo.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.supercargo.access.key.Scope;

/** Holds {@link Needs}. */
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class ScopeCheck implements ContainerRequestFilter {
  @Inject private Calling calling;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    Needs needs = method == null ? null : method.getAnnotation(Needs.class);
    if (needs != null && !calling.caller().may(needs.value())) {
      throw refusal(needs.value());
    }
  }

  private static Refusal refusal(Scope missing) {
    String word = missing.word();
    return Refusal.of(Kind.FORBIDDEN, "This caller lacks the scope " + word + ".")
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"supercargo\", error=\"insufficient_scope\", scope=\"" + word + "\"");
  }
}
