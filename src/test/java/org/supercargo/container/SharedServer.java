package org.supercargo.container;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.SetupContainers;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.supercargo.scenario.Ups;
import org.supercargo.stage.Database;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Scratch;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/**
 * Arquillian deploys for every class anew, 15 seconds each. Here the first class deploys and all
 * that follow use it; the server ends with the JVM.
 */
public final class SharedServer implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(SetUp.class).observer(DeployOnce.class);
  }

  /** Points the server to this run's database and simulator. */
  public static final class SetUp {
    private static final Path FOLDER =
        Path.of(System.getProperty("supercargo.test.folder", "target"));
    private static final String JVM =
        String.join(" ", Server.QUICK)
            + (" " + String.join(" ", Server.LASTING))
            + " -Djava.io.tmpdir=";

    @Inject private Instance<ContainerRegistry> containers;

    public void configure(@Observes(precedence = 100) SetupContainers event) {
      int port = Ports.free();
      URI at = URI.create("http://localhost:" + port);
      Ups ups = Ups.starts(Settings.redirect(at).toString());
      GreenMail mail =
          new GreenMail(
              new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.POP3.dynamicPort()});
      mail.start();
      Path settings =
          Settings.of(database(), ups.uri(), at)
              .with("supercargo.timers.on-this-node", "false")
              .with("supercargo.vault.longest-wait", "PT7S")
              .with("supercargo.ups.ship-timeout", "PT10S")
              .with("supercargo.test.smtp", "" + mail.getSmtp().getPort())
              .with("supercargo.test.pop3", "" + mail.getPop3().getPort())
              .writtenTo(FOLDER.resolve("container/" + kind() + ".properties"));
      for (Container container : containers.get().getContainers()) {
        container
            .getContainerConfiguration()
            .property("microJar", System.getProperty("supercargo.test.server"))
            .property("cmdOptions", JVM + Scratch.in(FOLDER, "container-" + kind()).made())
            .property("extraMicroOptions", "--port " + port + " --systemproperties " + settings);
      }
    }

    private static Database database() {
      return switch (kind()) {
        case "postgresql" -> Postgres.newDatabase();
        case "h2" -> Database.h2(FOLDER.resolve("container/h2-" + UUID.randomUUID()));
        default -> throw new IllegalStateException("supercargo.test.database=" + kind());
      };
    }

    private static String kind() {
      return System.getProperty("supercargo.test.database", "postgresql");
    }
  }

  /** Keeps the first deployment for all classes. */
  public static final class DeployOnce {
    @Inject @ClassScoped private InstanceProducer<DeploymentScenario> current;

    private DeploymentScenario kept;
    private boolean deployed;

    public void generate(@Observes EventContext<GenerateDeployment> context) {
      if (kept == null) {
        context.proceed();
        kept = current.get();
      } else {
        current.set(kept);
      }
    }

    public void deploy(@Observes EventContext<DeployManagedDeployments> context) {
      if (!deployed) {
        deployed = true;
        context.proceed();
      }
    }

    public void undeploy(@Observes EventContext<UnDeployManagedDeployments> context) {
      // The server's own shutdown hook ends it with the JVM.
    }
  }
}
