package org.supercargo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.ClientAddress;
import org.supercargo.access.key.Caller;
import org.supercargo.audit.Actor;

/** Who makes this request. */
@RequestScoped
class Calling {
  @Inject private HttpServletRequest request;
  @Inject private ClientAddress address;
  private @Nullable Caller caller;

  void is(Caller known) {
    caller = known;
  }

  /**
   * The caller.
   *
   * @throws Refusal 401 where nobody was asked who he is
   */
  Caller caller() {
    Caller known = caller;
    if (known == null) {
      throw Refusal.of(Kind.UNAUTHENTICATED, "Send an API key.");
    }
    return known;
  }

  /** For audit entries and façades. */
  Actor actor() {
    return caller().actor(address.of(request));
  }
}
