package org.supercargo.container;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.supercargo.scenario.Ups;

/**
 * A test that runs inside the server, beside the application's own beans: same package, same class
 * loader, real database (PostgreSQL in one run, H2 in another), real simulator.
 */
@ArquillianTest
@Tag("container")
public abstract class InContainer {
  @Deployment
  public static WebArchive deployment() {
    return TestWar.build();
  }

  /** Takes every row out of every table, people excepted. */
  protected static void emptyTheTables() {
    Tables.empty();
  }

  /** The simulator that the application is set to. */
  protected static Ups ups() {
    return Ups.at(URI.create(System.getProperty("supercargo.ups.base-url")));
  }
}
