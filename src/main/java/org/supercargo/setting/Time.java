package org.supercargo.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The only place that makes a clock. */
@ApplicationScoped
class Time {
  @Produces
  @ApplicationScoped
  Clock clock(Settings settings) {
    return Clock.offset(Clock.systemUTC(), settings.get(Keys.CLOCK_OFFSET));
  }
}
