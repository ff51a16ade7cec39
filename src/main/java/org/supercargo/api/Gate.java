package org.supercargo.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.Caller;
import org.supercargo.access.key.Callers;
import org.supercargo.access.key.Introduction;
import org.supercargo.access.key.Quota;

/** Lets in who shows a key and has requests left, before anything else is looked at. */
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class Gate implements ContainerRequestFilter {
  private static final String REALM = "Bearer realm=\"supercargo\"";
  private static final Duration BREATH = Duration.ofSeconds(5);

  @Inject private Callers callers;
  @Inject private Quota quota;
  @Inject private Calling calling;

  @Override
  public void filter(ContainerRequestContext request) {
    if (DocumentResource.isAskedBy(request)) {
      return;
    }
    Caller caller = known(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    calling.is(caller);
    quota
        .take(caller)
        .ifPresent(
            wait -> {
              String detail = "This caller may make " + caller.perMinute() + " requests a minute.";
              throw Refusal.later(Kind.TOO_MANY_REQUESTS, detail, wait);
            });
  }

  private Caller known(@Nullable String authorization) {
    return switch (callers.who(authorization)) {
      case Introduction.Welcome(Caller caller) -> caller;
      case Introduction.Missing missing ->
          throw Refusal.unauthenticated("Send an API key: Authorization: Bearer …", REALM);
      case Introduction.Refused(String why) ->
          throw Refusal.unauthenticated(why, REALM + ", error=\"invalid_token\"");
      case Introduction.Unsure unsure ->
          throw Refusal.later(
              Kind.UNAVAILABLE, "The identity provider's keys can't be read.", BREATH);
    };
  }
}
