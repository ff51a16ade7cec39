package org.supercargo.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.supercargo.stage.Server;

/** The WAR as it is shipped, with the container tests' classes put beside the application's. */
public final class TestWar {
  private TestWar() {}

  static WebArchive build() {
    return with(TestWar::isWanted)
        .addAsLibrary(openDoor())
        .addAsLibrary(home(Assertions.class).toFile())
        .addAsLibrary(home(net.bytebuddy.ByteBuddy.class).toFile());
  }

  /** The WAR as it is shipped, with a door through which a test speaks to the vault. */
  public static Path withDoor() {
    return Door.WAR;
  }

  /** Made once: no server may find it changed under its feet. */
  private static final class Door {
    static final Path WAR = withDoor("with-door.war", "", List.of());
  }

  /**
   * As above, with more of the classes that were compiled with this one.
   *
   * @param name the file's
   * @param more matches their names, as files
   * @param libraries any class of each library that they need
   */
  public static Path withDoor(String name, String more, List<Class<?>> libraries) {
    Path file = Server.folder().resolve(name);
    String door =
        "org/supercargo/(scenario/Ups|token/(Consent|TestDoor)|shipping/(Connected|Goods|ShipDoor))[^/]*";
    WebArchive war = with(it -> it.matches(door) || it.matches(more));
    war.addAsLibrary(openDoor());
    libraries.forEach(type -> war.addAsLibrary(home(type).toFile()));
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    return file;
  }

  private static WebArchive with(Predicate<String> wanted) {
    WebArchive war = ShrinkWrap.create(WebArchive.class, "supercargo-test.war");
    war.as(ZipImporter.class).importFrom(new File(System.getProperty("supercargo.test.war")));
    Path classes = home(TestWar.class);
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString())
          .filter(wanted)
          .forEach(
              name -> war.addAsWebInfResource(classes.resolve(name).toFile(), "classes/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return war;
  }

  /** The tests' own servlets can't sign in. */
  private static JavaArchive openDoor() {
    return ShrinkWrap.create(JavaArchive.class, "open-door.jar")
        .addAsManifestResource(
            new StringAsset(
                """
                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <name>openDoor</name>
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>test runner</web-resource-name>
                      <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                      <url-pattern>/test-door</url-pattern>
                      <url-pattern>/ship-door</url-pattern>
                      <url-pattern>/bench-door/*</url-pattern>
                    </web-resource-collection>
                  </security-constraint>
                </web-fragment>
                """),
            "web-fragment.xml");
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
