package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.node.Round;

/** Notices requests whose node died, so that an administrator sees it before anybody needs them. */
@ApplicationScoped
class Lapses implements Round {
  private static final int MOST = 100;
  @Inject RefreshSteps steps;

  @Override
  public String name() {
    return "the look for renewals without an end";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void go() {
    steps.markLapsed(MOST);
  }
}
