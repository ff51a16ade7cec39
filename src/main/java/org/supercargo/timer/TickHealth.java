package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive only while the EJB timer ticks: one that has got stuck is healed by a restart alone. */
@Liveness
@ApplicationScoped
class TickHealth implements HealthCheck {
  @Inject private Pulse pulse;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("timers").status(pulse.isFelt()).build();
  }
}
