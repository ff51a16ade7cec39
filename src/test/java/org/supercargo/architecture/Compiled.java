package org.supercargo.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.supercargo.setting.Settings;

/** What the compiler made of the source roots. */
final class Compiled {
  static final String ROOT = "org.supercargo.";

  /** The application. */
  static final JavaClasses MAIN = new ClassFileImporter().importPath(home(Settings.class));

  /** The tests, and the programs beside the application, which are compiled with them. */
  static final JavaClasses BESIDE = new ClassFileImporter().importPath(home(Compiled.class));

  private Compiled() {}

  /**
   * Every source root that is neither the application nor a measure of it, which has to know it:
   * simulator, demo.
   */
  static List<String> programs() {
    File[] roots = new File("src").listFiles(root -> new File(root, "java").isDirectory());
    return Stream.of(roots)
        .map(File::getName)
        .filter(name -> !name.matches("main|test|bench"))
        .toList();
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
