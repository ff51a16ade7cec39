package org.supercargo.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is shipped, with the container tests' classes put beside the application's. */
final class TestWar {
  private TestWar() {}

  static WebArchive build() {
    WebArchive war = ShrinkWrap.create(WebArchive.class, "supercargo-test.war");
    war.as(ZipImporter.class).importFrom(new File(System.getProperty("supercargo.test.war")));
    Path classes = home(TestWar.class);
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString())
          .filter(TestWar::isWanted)
          .forEach(
              name -> war.addAsWebInfResource(classes.resolve(name).toFile(), "classes/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return war.addAsLibrary(home(Assertions.class).toFile())
        .addAsLibrary(home(net.bytebuddy.ByteBuddy.class).toFile());
  }

  private static boolean isWanted(String name) {
    return name.matches("org/supercargo/scenario/Ups[^/]*\\.class")
        || name.matches("org/supercargo/.*\\.class")
            && !name.matches("org/supercargo/(scenario|simulator|architecture|stage)/.*")
            && !name.matches(".*Test(\\$.*)?\\.class");
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
